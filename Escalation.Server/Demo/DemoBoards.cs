using System.Text.Json;
using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Escalation.Service.Directory.Import;

namespace Escalation.Server.Demo;

/// <summary>
/// Two invented boards, one for each procedure that comes with the program, so that it can be shown anywhere. Every rung is held and
/// every post is filled, by people who do not exist.
/// </summary>
public static class DemoBoards
{
    public static IReadOnlyList<string> Ids { get; } = ["moorland", "severnside"];

    /// <summary>Every paper of both boards, as new ones: the board, its procedure, its agencies.</summary>
    /// <param name="today">Everybody was confirmed on this day.</param>
    public static IReadOnlyList<Paper> Papers(DateOnly today) => [.. Ids.SelectMany(id => Papers(id, today))];

    private static IEnumerable<Paper> Papers(string id, DateOnly today)
    {
        var board = JsonSerializer.Deserialize<Board>(Resource($"{id}/board.json"), FactJson.Options)!;
        var name = BoardRoom.NameOf(board.Procedure, board.Version);
        var file = Resource($"procedures/{name}.json");
        var procedure = ProcedureFile.Read(file) is Reading.Sound(var sound) ? sound : throw new InvalidOperationException($"{name} is not sound.");
        return
        [
            PaperJson.ToPaper(board, id, Drawers.Board, id),
            new Paper(id, Drawers.Procedure, name, 0, file),
            .. Agencies(id, procedure, today).Select(agency => PaperJson.ToPaper(agency, id, Drawers.Agency, agency.Id)),
        ];
    }

    private static IEnumerable<DirectoryAgency> Agencies(string id, Procedure procedure, DateOnly today) =>
        DirectoryImport.Read([], new Ladders(procedure, [procedure]), Resource($"{id}/directory.csv"), today) switch
        {
            DirectoryReading.Sound(var change) => change.Agencies.Select(a => a.After with
            {
                Contacts = a.After.Contacts.Select(c => c with { LastConfirmed = today }).ToValueList(),
            }),
            DirectoryReading.Unsound(var problems) => throw new InvalidOperationException($"{id}: {string.Join("; ", problems)}"),
            var other => throw new InvalidOperationException($"{other} is no reading."),
        };

    private static string Resource(string name)
    {
        using var stream = typeof(DemoBoards).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is missing.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}

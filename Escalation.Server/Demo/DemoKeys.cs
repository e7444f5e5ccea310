using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Service.Access;
using Escalation.Service.Boards;

namespace Escalation.Server.Demo;

/// <summary>A key for every invented agency and board office, made anew at each start and handed to whoever asks. In the demonstration only.</summary>
public sealed class DemoKeys(BoardRooms rooms, Keys keys, TimeProvider clock)
{
    private const int GoodForDays = 300;

    private readonly Dictionary<(string Board, string Agency), string> secrets = [];

    /// <param name="agency">An agency's id, or "board-office".</param>
    public string? Find(string board, string agency) => secrets.GetValueOrDefault((board, agency));

    public async Task MakeAsync(CancellationToken cancel)
    {
        var expires = LondonTime.DayOf(clock.GetUtcNow()).AddDays(GoodForDays);
        foreach (var room in await rooms.AllAsync(cancel))
        {
            foreach (var old in await keys.OfBoardAsync(room.Board.Id, cancel)) await keys.RevokeAsync(room.Board.Id, old.Id, cancel);
            foreach (var agency in room.Agencies.Select(a => (string?)a.Id).Append(null))
                if (await keys.CreateAsync(new KeyRequest(room.Board.Id, agency, Enum.GetValues<Scope>().ToValueList(), expires), cancel) is KeyCreation.Created(var text, _))
                    secrets[(room.Board.Id, agency ?? "board-office")] = text.Secret;
        }
    }
}

using System.CommandLine;
using Escalation.Service.Access;
using Escalation.Service.Boards;

namespace Escalation.Server.Commands;

/// <summary>
/// <c>escalation key revoke ID [--data DIR] [--board ID]</c>: "This key must not work any longer." A service that runs on the folder
/// refuses it within a second.
/// </summary>
public static class KeyRevokeCommand
{
    public static Command Create(OpenPapers open, TimeProvider clock)
    {
        var id = new Argument<string>("ID") { Description = "The key's id, as 'escalation key list' shows it: never the whole key." };
        var (data, board) = (DataOption.Create(), BoardPapers.BoardOption());
        var command = new Command("revoke", "Stop a key from working, from now on and for ever.") { id, data, board };
        command.SetAction((line, cancel) => BoardPapers.WithAsync(
            open, line.GetRequiredValue(data), clock,
            rooms => RunAsync(
                rooms, new Keys(rooms, clock), line.InvocationConfiguration, line.GetValue(board), IdIn(line.GetRequiredValue(id)), cancel),
            cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        BoardRooms rooms, Keys keys, InvocationConfiguration said, string? named, string id, CancellationToken cancel)
    {
        var papers = await rooms.PapersAsync(cancel);
        var board = await BoardPapers.BoardAsync(
            rooms, named, r => papers.ContainsKey((r.Board.Id, Drawers.Key, id)), $"has the key \"{id}\"", said.Error, cancel);
        if (board is null) return 1;
        if (await keys.RevokeAsync(board, id, cancel))
        {
            await said.Output.WriteLineAsync($"Key {id} of board {board} is revoked.");
            return 0;
        }

        await said.Error.WriteLineAsync($"Board \"{board}\" has no key \"{id}\".");
        return 1;
    }

    // Whoever has found a leaked key has it whole; its secret is not to be said again on the way.
    private static string IdIn(string said) => KeyText.Read(said)?.Id ?? said;
}

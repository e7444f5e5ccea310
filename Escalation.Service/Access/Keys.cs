using System.Security.Cryptography;
using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Service.Boards;
using Escalation.Service.Directory;

namespace Escalation.Service.Access;

/// <summary>The keys of agencies' systems: given out, looked up, revoked.</summary>
public sealed class Keys(BoardRooms rooms, TimeProvider clock)
{
    private const int MostTries = 5;

    private readonly KeyUses uses = new(rooms, clock);
    private KeyIndex? index;

    /// <summary>"Our system needs a key."</summary>
    public async Task<KeyCreation> CreateAsync(KeyRequest request, CancellationToken cancel)
    {
        var wanted = request with { Scopes = request.Scopes.Distinct().Order().ToValueList() };
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await rooms.FindAsync(wanted.Board, cancel) is not { } room) return Refused(new("board", $"there is no board \"{wanted.Board}\""));
            var now = clock.GetUtcNow();
            var papers = await rooms.PapersAsync(cancel);
            ValueList<FieldProblem> problems =
            [
                .. KeyRules.ProblemsOf(wanted, room, LondonTime.DayOf(now)),
                .. KeyRules.ProblemsAmong(KeysIn(papers.Values, wanted.Board), wanted, now),
            ];
            if (problems.Count > 0) return new KeyCreation.Refused(problems);
            var text = KeyText.New();
            ApiKey key = new(text.Id, Convert.ToHexStringLower(text.Hash), wanted.Board, wanted.Scopes, now, wanted.Expires, wanted.Agency);
            // With the board's own paper, so that two who ask at once do not both become the second key.
            if (await rooms.ChangeAsync([PaperOf(key, 0), papers[(wanted.Board, Drawers.Board, wanted.Board)]], [], cancel))
                return new KeyCreation.Created(text, key);
        }

        return Refused(new("board", "its papers keep being changed by others; try again"));
    }

    /// <summary>"This key must not work any longer." From now on, for ever.</summary>
    /// <returns>Whether the board has such a key.</returns>
    /// <exception cref="InvalidOperationException">Others keep changing the key, so that it could not be revoked.</exception>
    public async Task<bool> RevokeAsync(string board, string id, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (!(await rooms.PapersAsync(cancel)).TryGetValue((board, Drawers.Key, id), out var paper)) return false;
            var key = paper.As<ApiKey>();
            if (key.Revoked is not null) return true;
            if (await rooms.ChangeAsync([PaperOf(key with { Revoked = clock.GetUtcNow() }, paper.Edition)], [], cancel)) return true;
        }

        throw new InvalidOperationException($"Key {id} could not be revoked: others keep changing it.");
    }

    /// <summary>A board's keys, the latest first; without their secrets, which nobody has kept.</summary>
    public async Task<IReadOnlyList<ApiKey>> OfBoardAsync(string board, CancellationToken cancel) =>
        [.. KeysIn((await rooms.PapersAsync(cancel)).Values, board).OrderByDescending(k => k.Created).ThenBy(k => k.Id, StringComparer.Ordinal)];

    /// <summary>Whose key this is. Neither the time it takes nor the answer tells more to somebody who has not the whole key.</summary>
    public async ValueTask<Finding> FindAsync(string presented, CancellationToken cancel)
    {
        if (KeyText.Read(presented) is not { } text) return new Finding.NotKnown(WhyNot.Malformed);
        var key = (await IndexAsync(cancel)).Find(text.Id);
        // Where there is no such key the presented one is compared with nothing, which takes as long.
        var same = CryptographicOperations.FixedTimeEquals(text.Hash, key is null ? new byte[SHA256.HashSizeInBytes] : Convert.FromHexString(key.Hash));
        if (key is null || !same) return new Finding.NotKnown(WhyNot.Unknown);
        if (key.Revoked is not null) return new Finding.NotKnown(WhyNot.Revoked);
        if (key.IsExpiredAt(clock.GetUtcNow())) return new Finding.NotKnown(WhyNot.Expired);
        if (await rooms.FindAsync(key.Board, cancel) is not { } room || (key.Agency is { } agency && room.FindAgency(agency) is null))
            return new Finding.NotKnown(WhyNot.Unknown);
        uses.Note(key);
        return new Finding.Known(key.ToCaller());
    }

    /// <summary>Done when every use that was seen so far is written down, or could not be.</summary>
    internal Task UsesNotedAsync() => uses.NotedAsync();

    private async ValueTask<KeyIndex> IndexAsync(CancellationToken cancel)
    {
        var papers = await rooms.PapersAsync(cancel);
        if (Volatile.Read(ref index) is { } known && ReferenceEquals(known.Papers, papers)) return known;
        var fresh = new KeyIndex(papers);
        Volatile.Write(ref index, fresh);
        return fresh;
    }

    internal static Paper PaperOf(ApiKey key, long edition) => PaperJson.ToPaper(key, key.Board, Drawers.Key, key.Id, edition);

    private static KeyCreation.Refused Refused(FieldProblem problem) => new([problem]);

    private static IEnumerable<ApiKey> KeysIn(IEnumerable<Paper> papers, string board) =>
        papers.Where(p => p.Drawer == Drawers.Key && p.Board == board).Select(p => p.As<ApiKey>());
}

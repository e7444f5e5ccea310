using Escalation.Service.Directory;
using Escalation.Service.Passes;

namespace Escalation.Service.Access;

/// <summary>What people said of themselves at their first sign-in, so that they are not asked each time.</summary>
public sealed class Profiles(IPasses passes, PassBook book, TimeProvider clock)
{
    /// <summary>Since it was last said.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(400);

    private const int MostTries = 5;

    public async Task<Profile?> FindAsync(string board, string email, CancellationToken cancel) =>
        await passes.FindAsync(PassKind.Profile, book.AddressOf(board, email), cancel) is { } pass && clock.GetUtcNow() < pass.Expires
            ? book.Read<Profile>(pass)
            : null;

    /// <returns>Every reason why it cannot be kept; none where it was.</returns>
    public async Task<IReadOnlyList<FieldProblem>> KeepAsync(string board, string email, Profile profile, CancellationToken cancel)
    {
        List<FieldProblem> problems = [];
        if (!Plausible.Text(profile.Said.Name)) problems.Add(Needed("name", "your name"));
        if (!Plausible.Text(profile.Said.Role)) problems.Add(Needed("role", "your role"));
        if (problems.Count > 0) return problems;
        var id = book.AddressOf(board, email);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var edition = (await passes.FindAsync(PassKind.Profile, id, cancel))?.Edition ?? 0;
            if (await passes.ChangeAsync([book.ToPass(PassKind.Profile, id, id, clock.GetUtcNow() + KeptFor, profile, edition)], [], cancel)) return [];
        }

        throw new InvalidOperationException("A profile could not be kept: others keep changing it.");
    }

    private static FieldProblem Needed(string field, string what) => new(field, $"{what} is needed, in one line of at most {Plausible.LongestText} characters");
}

/// <param name="As">The capacity for which it was said.</param>
public sealed record Profile(Said Said, Capacity As);

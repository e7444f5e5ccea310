using System.Security.Cryptography;
using System.Text.Json;
using Escalation.Core.Calendar;
using FactJson = Escalation.Core.Differences.FactJson;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Escalation.Service.Directory.Import;

namespace Escalation.Service.StillYou;

/// <summary>What somebody says of their own entry in the directory, and the board office has to agree to.</summary>
/// <param name="Email">Another address of the same person; none where somebody else has the post.</param>
/// <param name="Successor">Who has the post now; none where it is the same person.</param>
public sealed record ContactProposal(DateTimeOffset At, string? Email = null, Successor? Successor = null)
{
    /// <summary>The same for the same words said at the same time, and for no others: an edition would begin again once one was answered.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, FactJson.Options)));
}

/// <summary>Somebody who is said to have a post.</summary>
public sealed record Successor(string Name, string Role, string Email, string? Phone = null);

/// <summary>
/// Takes what people say of their own entries: that it is still right, and another name or number, at once; another address, or another person, when
/// the board office has agreed. Whoever can read a mailbox could otherwise have its post sent elsewhere.
/// </summary>
public sealed class Answering(BoardRooms rooms, Registrar registrar, TimeProvider clock)
{
    private const int MostTries = 5;

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>"It is still me."</summary>
    public Task<Registered<DirectoryAgency>> ConfirmAsync(StillYouView view, CancellationToken cancel) => ChangeAllAsync(view, c => c, cancel);

    /// <summary>"It is still me, and this is how I am reached."</summary>
    public async Task<Registered<DirectoryAgency>> CorrectAsync(StillYouView view, string name, string email, string? phone, CancellationToken cancel)
    {
        var outcome = await ChangeAllAsync(view, c => c with { Name = name, Phone = phone }, cancel);
        if (outcome is not Registered<DirectoryAgency>.Done || Access.Visitors.Same(email, view.Link!.Email)) return outcome;
        foreach (var contact in view.Contacts) await ProposeAsync(view.Link.Board, contact.Id, new ContactProposal(Now, email.Trim()), cancel);
        return outcome;
    }

    /// <summary>"Somebody else has the post now."</summary>
    public async Task ProposeAsync(StillYouView view, Successor successor, CancellationToken cancel)
    {
        foreach (var contact in view.Contacts) await ProposeAsync(view.Link!.Board, contact.Id, new ContactProposal(Now, Successor: successor), cancel);
    }

    /// <summary>What is proposed for a contact; none if nothing is.</summary>
    public async Task<ContactProposal?> FindAsync(string board, string contact, CancellationToken cancel) =>
        (await rooms.PapersAsync(cancel)).TryGetValue((board, Drawers.Proposal, contact), out var paper) ? paper.As<ContactProposal>() : null;

    /// <summary>"So be it."</summary>
    public async Task<Registered<DirectoryAgency>> AcceptAsync(string board, string agency, DirectoryContact contact, ContactProposal proposal, CancellationToken cancel)
    {
        var outcome = proposal switch
        {
            { Email: { } email } => await registrar.PutContactAsync(board, agency, contact.Id, c => (c ?? contact) with { Email = email, LastConfirmed = Today }, null, cancel),
            { Successor: { } next } => await registrar.ReplaceContactAsync(board, agency, contact.Id, Newcomer(agency, contact, next), null, cancel),
            _ => throw new InvalidOperationException("Nothing is proposed."),
        };
        if (outcome is Registered<DirectoryAgency>.Done) await ForgetAsync(board, contact.Id, proposal, cancel);
        return outcome;
    }

    /// <summary>"It stays as it is." What they have said instead in the meantime waits for its own answer.</summary>
    public async Task ForgetAsync(string board, string contact, ContactProposal proposal, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (!(await rooms.PapersAsync(cancel)).TryGetValue((board, Drawers.Proposal, contact), out var paper) || paper.As<ContactProposal>() != proposal) return;
            if (await rooms.ChangeAsync([], [paper], cancel)) return;
        }
    }

    private DateOnly Today => LondonTime.DayOf(Now);

    private DirectoryContact Newcomer(string agency, DirectoryContact before, Successor next) => new(
        ContactId.Derived(agency, before.Stage, next.Email), before.Stage, next.Name, next.Role, next.Email, Today > before.From ? Today : before.From.AddDays(1), next.Phone,
        LastConfirmed: Today);

    private async Task<Registered<DirectoryAgency>> ChangeAllAsync(StillYouView view, Func<DirectoryContact, DirectoryContact> change, CancellationToken cancel)
    {
        Registered<DirectoryAgency> outcome = new Registered<DirectoryAgency>.NotFound("Nothing is asked.");
        foreach (var contact in view.Contacts)
        {
            outcome = await registrar.PutContactAsync(
                view.Link!.Board, view.Link.Agency, contact.Id, c => change(c ?? contact) with { LastConfirmed = Today }, null, cancel);
            if (outcome is not Registered<DirectoryAgency>.Done) return outcome;
        }

        return outcome;
    }

    private async Task ProposeAsync(string board, string contact, ContactProposal proposal, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var edition = (await rooms.PapersAsync(cancel)).TryGetValue((board, Drawers.Proposal, contact), out var paper) ? paper.Edition : 0;
            if (await rooms.ChangeAsync([proposal.ToPaper(board, Drawers.Proposal, contact, edition)], [], cancel)) return;
        }

        throw new Desk.JournalUnavailableException("The directory is changed too often at once.");
    }
}

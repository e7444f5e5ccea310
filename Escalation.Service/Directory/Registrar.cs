using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Boards;
using Escalation.Service.Directory.Import;
using ToAgency = Escalation.Service.Directory.Registered<Escalation.Service.Directory.DirectoryAgency>;

namespace Escalation.Service.Directory;

/// <summary>
/// Keeps a board's directory: every way of changing it, from the API, the pages or the command line, goes through here. A caller who
/// looked at an edition of the agency can say so and is told when it is no longer that one.
/// </summary>
public sealed class Registrar(BoardRooms rooms, TimeProvider clock)
{
    private readonly Registry registry = new(rooms);

    private DateOnly Today => Core.Calendar.LondonTime.DayOf(clock.GetUtcNow());

    /// <summary>"This agency works with us": a new one, or another name or sector of one that is there. Its contacts stay.</summary>
    /// <param name="edition">The edition that the caller saw, 0 for none; null where it does not matter.</param>
    public Task<ToAgency> PutAgencyAsync(string board, string agency, string name, string sector, long? edition, CancellationToken cancel) =>
        PutAgencyAsync(board, agency, name, sector, null, edition, cancel);

    /// <param name="domains">Mail domains whose people may sign in as its practitioners; null leaves them as they are.</param>
    public Task<ToAgency> PutAgencyAsync(
        string board, string agency, string name, string sector, ValueList<string>? domains, long? edition, CancellationToken cancel) =>
        registry.ChangeAsync(board, agency, edition, file =>
        {
            var before = file.Find(agency);
            var said = domains?.Select(d => d.Trim().ToLowerInvariant()).Distinct().ToValueList();
            var after = new DirectoryAgency(agency, name, sector, before?.Contacts ?? [], said ?? before?.Domains);
            return Checked(after, DirectoryRules.ProblemsOf(after, file.Ladders));
        }, cancel);

    /// <summary>"She acts for us at this stage": a new contact, or other particulars of one who is there.</summary>
    public Task<ToAgency> PutContactAsync(string board, string agency, DirectoryContact contact, long? edition, CancellationToken cancel) =>
        PutContactAsync(board, agency, contact.Id, _ => contact, edition, cancel);

    /// <param name="put">The contact as it is to be, made of the one who is there, if any.</param>
    public Task<ToAgency> PutContactAsync(
        string board, string agency, string id, Func<DirectoryContact?, DirectoryContact> put, long? edition, CancellationToken cancel) =>
        registry.ChangeAsync(board, agency, edition, file =>
        {
            if (file.Find(agency) is not { } before) return Registry.NoAgency(board, agency);
            var contact = put(before.Contacts.FirstOrDefault(c => c.Id == id));
            var after = With(before, contact);
            var clash = file.OwnerOf(contact.Id) is { } owner && owner != agency
                ? [new FieldProblem("id", $"\"{contact.Id}\" is a contact of another agency; a board's contacts have different ids")]
                : Array.Empty<FieldProblem>();
            return Checked(after,
                [.. DirectoryRules.ProblemsOf(contact, after, file.Ladders, Today), .. TooMany(after), .. clash]);
        }, cancel);

    /// <summary>"He no longer acts for us": refused while he is somebody's deputy.</summary>
    public Task<ToAgency> RemoveContactAsync(string board, string agency, string contact, long? edition, CancellationToken cancel) =>
        ChangeContactAsync(board, agency, contact, edition, (before, gone, _) =>
        {
            var after = before with { Contacts = before.Contacts.Without(c => c.Id == gone.Id) };
            return Checked(after, after.Contacts.Where(c => c.Deputy == gone.Id)
                .Select(c => new FieldProblem("id", $"\"{gone.Id}\" is the deputy of \"{c.Id}\"; give \"{c.Id}\" another deputy, or none, first")));
        }, cancel);

    /// <summary>"She acts for us in his place from that day." His last day in post is the one before; whoever he stood in for, she stands in for.</summary>
    public Task<ToAgency> ReplaceContactAsync(
        string board, string agency, string contact, DirectoryContact successor, long? edition, CancellationToken cancel) =>
        ChangeContactAsync(board, agency, contact, edition, (before, leaves, file) =>
        {
            var last = successor.From.AddDays(-1);
            var after = With(With(before, leaves with { Until = leaves.Until < last ? leaves.Until : last }), successor);
            after = after with { Contacts = after.Contacts.Replace(c => c.Deputy == leaves.Id, c => c with { Deputy = c.Id == successor.Id ? null : successor.Id }) };
            var early = last < leaves.From ? [new FieldProblem("from", $"it has to be after the other one's first day, {leaves.From:yyyy-MM-dd}")] : Array.Empty<FieldProblem>();
            return Checked(after, [.. DirectoryRules.ProblemsOf(successor, after, file.Ladders, Today), .. TooMany(after), .. early]);
        }, cancel);

    /// <summary>"This is still right."</summary>
    public Task<ToAgency> ConfirmContactAsync(string board, string agency, string contact, long? edition, CancellationToken cancel) =>
        ChangeContactAsync(board, agency, contact, edition, (before, found, _) =>
            new ToAgency.Done(With(before, found with { LastConfirmed = Today }), 0), cancel);

    /// <summary>"I am away then": these absences in the place of those known before.</summary>
    public Task<ToAgency> SetAbsencesAsync(
        string board, string agency, string contact, ValueList<Absence> absences, long? edition, CancellationToken cancel) =>
        ChangeContactAsync(board, agency, contact, edition, (before, found, file) =>
        {
            var away = found with { Absences = absences };
            var after = With(before, away);
            return Checked(after, DirectoryRules.ProblemsOf(away, after, file.Ladders, Today).Where(p => p.Field == "absences"));
        }, cancel);

    /// <summary>"These people hold the board's posts": all of them, in the place of those before.</summary>
    /// <param name="edition">Of the board's own paper.</param>
    public Task<Registered<Board>> SetOfficersAsync(string board, ValueList<OfficerInPost> officers, long? edition, CancellationToken cancel) =>
        registry.ChangeBoardAsync(board, edition, file =>
        {
            var problems = DirectoryRules.ProblemsOf(officers, file.Ladders).ToValueList();
            return problems.Count > 0
                ? new Registered<Board>.Refused(problems)
                : new Registered<Board>.Done(file.Board with { Officers = officers }, 0);
        }, cancel);

    /// <summary>"Send the overdue report like this."</summary>
    public Task<Registered<Board>> SetReportAsync(string board, ReportSettings settings, CancellationToken cancel) =>
        registry.ChangeBoardAsync(board, null, file =>
        {
            var problems = DirectoryRules.ProblemsOf(settings, file.Ladders).ToValueList();
            return problems.Count > 0
                ? new Registered<Board>.Refused(problems)
                : new Registered<Board>.Done(file.Board with { OverdueReport = settings == ReportSettings.Usual ? null : settings }, 0);
        }, cancel);

    /// <summary>"Take over our spreadsheet." What the file says and what becomes of the rest is in <see cref="DirectoryImport"/>.</summary>
    /// <param name="dryRun">True to be told what would change, and to change nothing.</param>
    public Task<Registered<DirectoryChange>> ImportAsync(string board, string csv, bool dryRun, CancellationToken cancel) =>
        ImportAsync(board, csv, dryRun, null, cancel);

    /// <param name="seen">What the caller saw of the change, <see cref="DirectoryChange.Digest"/>; nothing is done if it would be another now.</param>
    public Task<Registered<DirectoryChange>> ImportAsync(string board, string csv, bool dryRun, string? seen, CancellationToken cancel) =>
        registry.ImportAsync(board, dryRun, seen, file => DirectoryImport.Read(file.Agencies, file.Ladders, csv, Today) switch
        {
            DirectoryReading.Sound(var change) => new Registered<DirectoryChange>.Done(change, 0),
            DirectoryReading.Unsound(var problems) => new Registered<DirectoryChange>.Refused(
                problems.Select(p => new FieldProblem(p.Place, p.What)).ToValueList()),
            var other => throw new InvalidOperationException($"{other} is no reading."),
        }, cancel);

    private Task<ToAgency> ChangeContactAsync(
        string board, string agency, string contact, long? edition, Func<DirectoryAgency, DirectoryContact, BoardFile, ToAgency> change,
        CancellationToken cancel) => registry.ChangeAsync(board, agency, edition, file =>
    {
        if (file.Find(agency) is not { } before) return Registry.NoAgency(board, agency);
        return before.Contacts.FirstOrDefault(c => c.Id == contact) is { } found
            ? change(before, found, file)
            : new ToAgency.NotFound($"\"{agency}\" has no contact \"{contact}\".");
    }, cancel);

    private static DirectoryAgency With(DirectoryAgency agency, DirectoryContact contact) => agency with
    {
        Contacts = agency.Contacts.Any(c => c.Id == contact.Id)
            ? agency.Contacts.Replace(c => c.Id == contact.Id, _ => contact)
            : agency.Contacts.With(contact),
    };

    private static ToAgency Checked(DirectoryAgency after, IEnumerable<FieldProblem> problems) =>
        problems.ToValueList() is { Count: > 0 } wrong ? new ToAgency.Refused(wrong) : new ToAgency.Done(after, 0);

    private static IEnumerable<FieldProblem> TooMany(DirectoryAgency after) => after.Contacts.Count > DirectoryRules.MostContacts
        ? [new("id", $"an agency has at most {DirectoryRules.MostContacts} contacts")]
        : [];
}

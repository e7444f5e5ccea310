using System.Collections.Frozen;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Directory;

namespace Escalation.Service.Boards;

/// <summary>One board with all its papers, read and put in order: what its differences are decided under.</summary>
public sealed class BoardRoom
{
    private readonly FrozenDictionary<string, Terms> terms;
    private readonly FrozenDictionary<string, (DirectoryContact Contact, DirectoryAgency Agency)> contacts;

    public BoardRoom(Board board, IReadOnlyList<Procedure> procedures, IReadOnlyList<DirectoryAgency> agencies)
    {
        (Board, Agencies) = (board, agencies);
        Contacts = new ContactBook(agencies.Select(a => a.ToAgency()), agencies.SelectMany(a => a.Contacts.Select(c => c.ToContact(a.Id))));
        terms = procedures.ToFrozenDictionary(p => NameOf(p.Id, p.Version),
            p => new Terms(p, new WorkingDays(p.WorkingTime.NationOf(), board.Closures), Contacts));
        contacts = agencies.SelectMany(a => a.Contacts.Select(c => (c, a))).ToFrozenDictionary(pair => pair.c.Id);
        InForce = TermsOf(board.Procedure, board.Version);
    }

    public Board Board { get; }

    public IReadOnlyList<DirectoryAgency> Agencies { get; }

    public ContactBook Contacts { get; }

    /// <summary>What a difference that is raised now is decided under.</summary>
    public Terms InForce { get; }

    public IEnumerable<Procedure> Procedures => terms.Values.Select(t => t.Procedure);

    /// <summary>The posts that its procedures name: those in force first, then those of other versions, under which differences may still go on.</summary>
    public IReadOnlyList<Officer> Posts =>
        [.. InForce.Procedure.Officers.Concat(Procedures.OrderBy(p => NameOf(p.Id, p.Version), StringComparer.Ordinal).SelectMany(p => p.Officers)).DistinctBy(o => o.Id)];

    /// <exception cref="InvalidOperationException">The board has lost a procedure under which a difference was opened.</exception>
    public Terms TermsOf(string procedure, string version) => terms.TryGetValue(NameOf(procedure, version), out var found)
        ? found
        : throw new InvalidOperationException($"Board '{Board.Id}' has no procedure {NameOf(procedure, version)}.");

    public DirectoryAgency? FindAgency(string id) => Agencies.FirstOrDefault(a => a.Id == id);

    public (DirectoryContact Contact, DirectoryAgency Agency)? FindContact(string id) => contacts.TryGetValue(id, out var found) ? found : null;

    public static string NameOf(string procedure, string version) => $"{procedure}.v{version}";
}

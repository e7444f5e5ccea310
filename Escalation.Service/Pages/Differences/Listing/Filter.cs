using System.Buffers.Text;
using System.Text;
using Escalation.Core.Calendar;
using Escalation.Service.Boards;
using Escalation.Service.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Escalation.Service.Pages.Differences.Listing;

/// <summary>Which differences a list shows, as its address says. What the address says that is not there is as if it did not say it.</summary>
/// <param name="Stage">Only those at this stage; only the board office can ask for it, as for what follows.</param>
/// <param name="Agency">Only those to which this agency is a party.</param>
/// <param name="Procedure">Only those under this procedure, by its id and version.</param>
internal sealed record Filter(Show Show, string? Stage = null, string? Agency = null, string? Procedure = null)
{
    public bool IsNarrow => Stage is not null || Agency is not null || Procedure is not null;

    public static Filter Of(IQueryCollection query, BoardRoom room, bool isBoardOffice)
    {
        var show = Enum.TryParse<Show>(query["show"], ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : Show.Open;
        return !isBoardOffice ? new Filter(show) : new Filter(
            show, Known("stage", StagesOf(room).Select(s => s.Id)), Known("agency", room.Agencies.Select(a => a.Id)),
            Known("procedure", room.Procedures.Select(p => BoardRoom.NameOf(p.Id, p.Version))));

        string? Known(string name, IEnumerable<string> all) => query[name] is [{ } said] && all.Contains(said) ? said : null;
    }

    public Query ToQuery(string board, DateTimeOffset now)
    {
        var query = Show.ToQuery(board) with { Stage = Stage, Agency = Agency };
        return Show == Show.Due ? query with { DueBefore = LondonTime.At(LondonTime.DayOf(now).AddDays(1), TimeOnly.MinValue) } : query;
    }

    public bool Fits(Head head) => Procedure is null || BoardRoom.NameOf(head.Card.Procedure, head.Card.Version) == Procedure;

    /// <summary>"?show=late&amp;stage=2", to which more can be added.</summary>
    /// <param name="more">What else the address says.</param>
    public string ToAddress(params ReadOnlySpan<(string Name, string Value)> more)
    {
        var query = new QueryBuilder { { "show", Show.ToString().ToLowerInvariant() } };
        foreach (var (name, value) in new[] { ("stage", Stage), ("agency", Agency), ("procedure", Procedure) })
            if (value is not null) query.Add(name, value);
        foreach (var (name, value) in more) query.Add(name, value);
        return query.ToString();
    }

    /// <summary>Where the page that begins there is.</summary>
    /// <param name="next">As <see cref="Api.Admission.Paging.Next"/> gives it.</param>
    public string After(string next) => ToAddress(("after", next));

    /// <exception cref="FormatException">It is no place of a list.</exception>
    public static string? PlaceOf(string? after) => after is null ? null : Encoding.UTF8.GetString(Base64Url.DecodeFromChars(after));

    /// <summary>The ways in which a list can be narrowed, each a row of links; the first of each takes it off again.</summary>
    public IEnumerable<(string Title, IReadOnlyList<(string Words, string Address, bool IsOn)> Links)> Ways(BoardRoom room)
    {
        yield return ("Stage", Links("Any stage", Stage, s => this with { Stage = s }, [.. StagesOf(room).Select(s => (s.Id, $"{s.Id}: {s.Title}"))]));
        yield return ("Organisation", Links("Any organisation", Agency, a => this with { Agency = a }, [.. room.Agencies.Select(a => (a.Id, a.Name))]));
        var procedures = room.Procedures.Select(p => (BoardRoom.NameOf(p.Id, p.Version), $"{p.Title}, version {p.Version}")).ToList();
        if (procedures.Count > 1) yield return ("Procedure", Links("Any procedure", Procedure, p => this with { Procedure = p }, procedures));
    }

    private static IReadOnlyList<(string Words, string Address, bool IsOn)> Links(
        string any, string? now, Func<string?, Filter> with, IReadOnlyList<(string Id, string Words)> all) =>
        [(any, with(null).ToAddress(), now is null), .. all.Select(one => (one.Words, with(one.Id).ToAddress(), one.Id == now))];

    // A stage that only an old procedure has can still have differences at it.
    private static IEnumerable<(string Id, string Title)> StagesOf(BoardRoom room) => room.Procedures.OrderByDescending(p => p == room.InForce.Procedure)
        .SelectMany(p => p.Stages).Select(s => (s.Id, s.Title)).DistinctBy(s => s.Id);
}

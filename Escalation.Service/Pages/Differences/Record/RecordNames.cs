using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Record;

/// <summary>What the entries of one record name by their ids, as people call it. What nothing is known of any more keeps its id.</summary>
internal sealed class RecordNames(Standpoint at)
{
    private readonly Lazy<Dictionary<(string Of, string Id), Fact>> brought = new(() => IndexOf(at.Entries));

    public string Agency(string id) => at.NameOf(id);

    public string Agencies(IEnumerable<string> ids) => Sentences.And([.. ids.Select(Agency)]);

    public string Stage(string id) => at.Procedure.FindStage(id) is { } stage ? $"stage {stage.Id} ({stage.Title})" : $"stage {id}";

    /// <summary>"every agency involved", "the Chair …".</summary>
    public string Who(Who who) => who.AtStage is { } stage ? $"{at.Procedure.TitleOf(who)} (at stage {stage})" : at.Procedure.TitleOf(who);

    public string Officer(string id) => at.Procedure.TitleOf(new Who(id));

    public string All(IEnumerable<Who> all) => Sentences.And([.. all.Select(Who)]);

    /// <summary>Whoever is listed by an id that can be an agency's or an officer's.</summary>
    public string Anybody(string id) => at.Room.FindAgency(id)?.Name ?? Officer(id);

    /// <summary>What a deadline asks, as the rest of "to …".</summary>
    public string Asked(string stage, string deadline) => Find<Fact.DeadlineSet>($"{stage}/{deadline}")?.Title ?? deadline.Replace('-', ' ');

    public string Form(string id) => FormOrNull(id)?.Title ?? id;

    public string Field(string form, string id) => FormOrNull(form)?.Fields.FirstOrDefault(f => f.Id == id)?.Label ?? id;

    public string Signature(string form, string id) => FormOrNull(form)?.Signatures.FirstOrDefault(s => s.Id == id)?.Title ?? id;

    public string Route(string id) => at.Procedure.Stages.SelectMany(s => s.Deciding?.Routes ?? []).FirstOrDefault(r => r.Id == id)?.Title ?? id;

    public string? Reason(string? id) => at.Procedure.Reasons.FirstOrDefault(r => r.Id == id)?.Title;

    public string Step(string stage, string id) => at.Procedure.FindStage(stage)?.Steps.FirstOrDefault(s => s.Id == id)?.Title ?? id;

    public string Statement(string id) => at.Procedure.Closing.Statements.FirstOrDefault(s => s.Id == id)?.Text ?? id;

    public string Action(string id) => at.Standing.Actions.Select(a => a.Action).Concat(at.Standing.Proposals.SelectMany(p => p.Actions))
        .FirstOrDefault(a => a.Id == id)?.What ?? "";

    public string ActionAgency(string id) => at.Standing.Actions.FirstOrDefault(a => a.Action.Id == id) is { } action ? Agency(action.Action.Agency) : "the agency";

    /// <summary>A holder of a rung: "Severnside Council: Tomos Quarrell, line manager". The person is the one whom the directory has now under the contact's id.</summary>
    public string Holder(RungHolder rung) => rung switch
    {
        { Basis: Basis.BoardOffice } => $"{Agency(rung.Agency)}: nobody was known, so {at.Procedure.BoardOfficeTitle} holds it",
        { Contact: { } id } when at.Room.FindContact(id) is var (contact, agency) =>
            $"{Agency(rung.Agency)}: {contact.Name}, {rung.Role}{(agency.Id == rung.Agency ? "" : $" (of {agency.Name})")}",
        _ => $"{Agency(rung.Agency)}: {rung.Role}",
    };

    /// <summary>The entry's fact that brought something with this id into the record; none where the record has none.</summary>
    public T? Find<T>(string id) where T : Fact => brought.Value.GetValueOrDefault((typeof(T).Name, id)) as T;

    private Form? FormOrNull(string id) => at.Procedure.Forms.FirstOrDefault(f => f.Id == id);

    private static Dictionary<(string, string), Fact> IndexOf(IReadOnlyList<Entry> entries)
    {
        Dictionary<(string, string), Fact> index = [];
        foreach (var entry in entries)
            if (IdOf(entry.Fact) is { } id) index[(entry.Fact.GetType().Name, id)] = entry.Fact;
        return index;
    }

    private static string? IdOf(Fact fact) => fact switch
    {
        Fact.DeadlineSet f => $"{f.Stage}/{f.Deadline}",
        Fact.TimescaleProposed f => f.Id,
        Fact.SupporterAdded f => f.Id,
        Fact.MeetingArranged f => f.Id,
        _ => null,
    };
}

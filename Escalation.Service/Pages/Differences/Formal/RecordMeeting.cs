using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Formal;

/// <summary>"We met, and this came of it."</summary>
internal sealed class RecordMeeting : Journey
{
    private const string Which = "id", Came = "attended";

    public override string Path => "record-meeting";

    public override string Title(Standpoint at) => "Record a meeting that was held";

    public override bool IsOffered(Standpoint at) => at.IsOpen && TakingPart.In(at) && Waiting(at).Any();

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        var waiting = Waiting(at).ToList();
        if (waiting.Count > 1)
            yield return new Screen("which", new Choice(Which, "Which meeting was it?", [.. waiting.Select(m => new Option(m.Id, DateWords.Of(m.MeetAt), m.Place))]) { Missing = "Select the meeting" });
        var meeting = MeetingOf(at, answers);
        yield return new Screen("held", "When was the meeting held?",
            new Day("heldAt", "Date") { Missing = "Enter the date on which it was held", Wrong = at.NotAhead },
            new Time("time", "Time") { Hint = "For example, 10:30am or 14:00.", Missing = "Enter the time at which it began" })
        { Quoted = [("It was arranged for", $"{DateWords.Of(meeting.MeetAt)}\n{meeting.Place}")] };
        yield return new Screen("attended", new Choices(Came, "Who was there?", [.. Expected(meeting, at).Select(id => new Option(id, TakingPart.NameOf(id, at)))])
        {
            Hint = "Leave out whoever was not; the board office is told where an organisation that should have been there was not.",
            Missing = "Select who was there",
        });
        foreach (var id in answers.All(Came)) yield return Represented(id, at);
        yield return new Screen("record", new Prose("record", "What was said and decided?")
        {
            Hint = "The views of each organisation, what was agreed, and who else was there. It goes to every organisation involved.",
            Rows = 10,
            Missing = "Enter what was said and decided",
        });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.RecordMeeting(
        MeetingOf(at, answers).Id,
        answers.Moment("heldAt", "time")!.Value,
        answers.All(Came).Select(id => new Attendance(id, answers[NameOf(id)], answers.IsYes(AuthorityOf(id)))).ToValueList(),
        answers["record"]);

    public override string SendLabel(Standpoint at) => "Record the meeting";

    public override string DoneTitle(Standpoint at) => "The meeting is recorded";

    private static Screen Represented(string id, Standpoint at)
    {
        var name = TakingPart.NameOf(id, at);
        return new Screen($"attended-{id}", name,
            new Line(NameOf(id), "Who was there for them?") { Hint = "One name; name anybody else in the record.", Missing = $"Enter who was there for {name}" },
            Choice.YesNo(AuthorityOf(id), "Could they decide for their organisation there and then?") with
            {
                Hint = at.Stage.Meeting is { DecisionAuthority: true } ? "The procedure asks for people who can. Where they could not, the board office is told." : null,
                Missing = "Select yes if they could decide",
            });
    }

    private static IEnumerable<Fact.MeetingArranged> Waiting(Standpoint at) => at.Standing.Meetings.Where(m => !at.Standing.MeetingsHeld.Contains(m.Id));

    private static Fact.MeetingArranged MeetingOf(Standpoint at, Answers answers) =>
        Waiting(at).FirstOrDefault(m => m.Id == answers[Which]) ?? Waiting(at).First();

    private static IEnumerable<string> Expected(Fact.MeetingArranged meeting, Standpoint at) => meeting.Invited.Union(at.Standing.Parties.Select(p => p.Agency));

    private static string NameOf(string id) => $"attended-{id}-name";

    private static string AuthorityOf(string id) => $"attended-{id}-authority";
}

using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Procedures;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Formal;

/// <summary>"Let us meet then."</summary>
internal sealed class ArrangeMeeting : Journey
{
    public override string Path => "arrange-meeting";

    public override string Title(Standpoint at) => "Arrange a meeting";

    public override string? About(Standpoint at) => at.Stage.Meeting is { } rule
        ? $"{TakingPart.NamesOf(rule.CoordinatedBy, at)} arranges the meeting at this stage; anybody who takes part can."
        : null;

    public override bool IsOffered(Standpoint at) => at.IsUnsettled && TakingPart.In(at);

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("when", "When is the meeting?",
            new Day("at", "Date") { Missing = "Enter the date of the meeting", Wrong = at.NotPast },
            new Time("time", "Time") { Hint = "For example, 10:30am or 14:00.", Missing = "Enter the time at which it begins" });
        yield return new Screen("place", new Line("place", "Where is it, or how do people join?")
        {
            Hint = "A room, or the telephone number or address at which people join. Those who are invited see it when they open the difference. It is kept out of emails and calendars, because others can see those.",
            Missing = "Enter where it is or how people join",
        });
        yield return new Screen("purpose", new Prose("purpose", "What is the meeting for?") { Rows = 4, Missing = "Enter what the meeting is for" });
        yield return new Screen("invited", Invitation(at));
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.ArrangeMeeting(
        naming.Id("meeting"), answers.Moment("at", "time")!.Value, answers["place"], answers["purpose"], answers.All("invited").ToValueList());

    public override string SendLabel(Standpoint at) => "Arrange the meeting";

    public override string DoneTitle(Standpoint at) => "The meeting is arranged";

    private static Choices Invitation(Standpoint at)
    {
        var needed = at.Standing.MustBeInvited(at.Stage).ToList();
        var others = at.Procedure.Officers.Select(o => o.Id).Prepend(Who.Raiser.Name).Append(Who.BoardOffice.Name);
        return new Choices("invited", "Who is invited?",
            [.. at.Standing.Parties.Select(p => p.Agency).Concat(others).Select(id => OptionOf(id, needed.Contains(id), at))])
        {
            Needed = needed,
            Hint = needed.Count == 0 ? null : "Those whom the procedure asks for are ticked already.",
            Missing = needed.Count == 0
                ? "Select who is invited"
                : $"Invite everybody whom the procedure asks for: {Sentences.And([.. needed.Select(id => TakingPart.NameOf(id, at))])}",
        };
    }

    private static Option OptionOf(string id, bool needed, Standpoint at) =>
        new(id, Sentences.Capital(TakingPart.NameOf(id, at)), needed ? "The procedure asks for them to be there." : null);
}

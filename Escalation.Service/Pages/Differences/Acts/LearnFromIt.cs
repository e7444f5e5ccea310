using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"We looked back on it", or were asked to and did not.</summary>
internal sealed class RecordDebrief : Journey
{
    public override string Path => "debrief";

    public override string Title(Standpoint at) => "Record where the reflective debrief stands";

    public override string About(Standpoint at) => "A talk among those who took part about what can be learnt. Nobody has to.";

    public override bool IsOffered(Standpoint at) =>
        at.DifferenceOrNull is not null && at.Standing.Settlement is not null && at.Procedure.AfterClosing.Debrief && at.IsPartyOrOfficer;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("step", new Choice("step", "Where does the debrief stand?",
        [
            new(nameof(DebriefStep.Offered), "It was offered"),
            new(nameof(DebriefStep.Accepted), "It was accepted"),
            new(nameof(DebriefStep.Declined), "It was declined"),
            new(nameof(DebriefStep.Held), "It was held"),
        ])
        { Missing = "Select where the debrief stands" });
        yield return new Screen("note", new Prose("note", "What should be remembered of it?") { Optional = true, Hint = "Everybody involved can read it." });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) =>
        new Command.RecordDebrief(Enum.Parse<DebriefStep>(answers["step"]), answers["note"]);

    public override string SendLabel(Standpoint at) => "Put it on the record";

    public override string DoneTitle(Standpoint at) => "The debrief is on the record";
}

/// <summary>"The board should think about this."</summary>
internal sealed class PassLearning : Journey
{
    public override string Path => "learning";

    public override string Title(Standpoint at) => "Pass something on for the board to learn from";

    public override string About(Standpoint at) => $"It goes to {Sentences.And([.. at.Procedure.AfterClosing.LearningTo.Select(at.Procedure.TitleOf)])}.";

    public override bool IsOffered(Standpoint at) => at.DifferenceOrNull is not null && at.Standing.Settlement is not null && at.IsPartyOrOfficer;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("issue", new Prose("issue", "What should the board consider?")
        {
            Hint = $"A safeguarding issue that goes beyond this one difference. Leave out who {at.Whom} is.",
            Missing = "Enter what the board should consider",
        });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) => new Command.PassLearning(naming.Id(), answers["issue"]);

    public override string SendLabel(Standpoint at) => "Pass it on";

    public override string DoneTitle(Standpoint at) => "It has been passed on";
}

/// <summary>How well the procedure worked.</summary>
internal sealed class GiveFeedback : Journey
{
    public override string Path => "feedback";

    public override string Title(Standpoint at) => "Say how well the procedure worked";

    public override bool IsOffered(Standpoint at) =>
        at.DifferenceOrNull is not null && at.Standing.Settlement is not null && at.Procedure.AfterClosing.Feedback && at.Party is not null;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("effectiveness", new Choice("effectiveness", "How well did the procedure work?",
            [new("5", "Very well"), new("4", "Well"), new("3", "Neither well nor badly"), new("2", "Badly"), new("1", "Not at all")])
        {
            Hint = "The procedure, not the people, and not whether the outcome is the one that you wanted.",
            Missing = "Select how well the procedure worked",
        });
        yield return new Screen("suggestions", new Prose("suggestions", "What would make it better?") { Optional = true });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) =>
        new Command.GiveFeedback(answers["effectiveness"][0] - '0', answers["suggestions"]);

    public override string SendLabel(Standpoint at) => "Send";

    public override string DoneTitle(Standpoint at) => "Thank you for saying so";
}

using System.Globalization;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Differences.Record;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>"That was not me": what rests on the act waits until the board office has found out.</summary>
internal sealed class SayNotMine : Journey
{
    public override string Path => "not-mine";

    public override string Title(Standpoint at) => "Say that something in your name was not you";

    public override string About(Standpoint at) =>
        "If somebody used your link or your sign-in, say so at once. Anything that depends on it waits until the board office has looked into it.";

    public override bool IsOffered(Standpoint at) => DeedsOf(at).Count > 0;

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("entry", new Choice("entry", "What was not you?", [.. DeedsOf(at).Select(d => Deeds.OptionOf(d, at))]) { Missing = "Select what was not you" });
        yield return new Screen("account", new Prose("account", "What makes you say so?")
        {
            Hint = "For example when you last used the service, and who else can read your mail. Only those who can see the difference read it.",
            Missing = "Enter what makes you say that it was not you",
        });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) =>
        new Command.Disown(int.Parse(answers["entry"], CultureInfo.InvariantCulture), answers["account"]);

    public override string SendLabel(Standpoint at) => "That was not me";

    public override string DoneTitle(Standpoint at) => "The board office has been told at once";

    private static List<Deed> DeedsOf(Standpoint at) =>
        [.. at.Standing.Deeds.Where(d => d.Doubt == Doubt.None && (d.Who == at.Party?.Agency || at.IsOfficer(d.Who))).Reverse()];
}

/// <summary>"We have found out": whether an act stands of which somebody said that it was not theirs.</summary>
internal sealed class FindOut : Journey
{
    public override string Path => "find-out";

    public override string Title(Standpoint at) => "Say whether a doubted act stands";

    public override string About(Standpoint at) => "Somebody has said that an act in their name was not theirs. What rests on it waits for your answer.";

    public override bool IsOffered(Standpoint at) => at.Visitor.IsBoardOffice && at.Standing.Disowned.Any();

    public override IEnumerable<Screen> Screens(Standpoint at, Answers answers)
    {
        yield return new Screen("entry", new Choice("entry", "Which of these have you looked into?", [.. at.Standing.Disowned.Select(d => Deeds.OptionOf(d, at))]) { Missing = "Select the act" });
        yield return new Screen("stands", new Choice("stands", "Was it theirs?",
            [new(Choice.Yes, "Yes, it stands", "What was held goes on."), new(Choice.No, "No, it is void", "What rests on it is taken back.")]) { Missing = "Select whether it was theirs" });
        yield return new Screen("reason", new Prose("reason", "What did you find?") { Hint = "Everybody involved can read this.", Missing = "Enter what you found" });
    }

    public override Command ToCommand(Standpoint at, Answers answers, Naming naming) =>
        new Command.AnswerDisowned(int.Parse(answers["entry"], CultureInfo.InvariantCulture), answers.IsYes("stands"), answers["reason"]);

    public override string DoneTitle(Standpoint at) => "Everybody has been told what you found";
}

internal static class Deeds
{
    public static Option OptionOf(Deed deed, Standpoint at) => new(
        deed.Number.ToString(CultureInfo.InvariantCulture), EntryWords.Of(deed.Entry, new RecordNames(at)).Sentence, $"At {DateWords.Of(deed.Entry.At)}");
}

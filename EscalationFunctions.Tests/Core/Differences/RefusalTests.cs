using Escalation.Core;
using Escalation.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.FourStagesStories;

namespace EscalationFunctions.Tests.Core.Differences;

/// <summary>Every refusal is provoked, and nothing that is asked of a difference, at whatever time and by whomever, throws.</summary>
public class RefusalTests
{
    private const string Noon = "2026-04-01T12:00+01:00";

    private static readonly Person Nobody = new("", "", null);

    private static IEnumerable<TestCaseData> Rows() =>
        Refusals.All().Select((row, i) => new TestCaseData(row).SetName($"Refused_{i:00}_{row.Code}_{row.Field ?? "as a whole"}"));

    [TestCaseSource(nameof(Rows))]
    public void It_is_refused_for_this_reason_alone(object row)
    {
        var (code, field, story) = (Refusals.Row)row;
        story().ThenRefused(code, field);
    }

    [Test]
    public void Every_code_is_provoked() =>
        Assert.That(Refusals.All().Select(r => r.Code).Append(RefusalCode.TextNeeded).Distinct(), Is.EquivalentTo(Enum.GetValues<RefusalCode>()));

    [Test]
    public void What_each_says_is_as_approved() => Approved.Matches(
        string.Concat(Refusals.All().Select(row => $"{KebabCase.Of(row.Code)}: {string.Join(' ', row.Story().Refusals.Select(r => r.Sentence))}\n")),
        "EscalationFunctions.Tests/Core/Differences/refusals.approved.txt");

    [Test]
    public void A_refusal_names_its_stable_code() => Assert.That(new Refusal(RefusalCode.StageClosed, "x").StableCode, Is.EqualTo("stage-closed"));

    [TestCaseSource(nameof(WithoutText))]
    public void Where_words_are_needed_blank_ones_are_refused(Command command, Actor by, string[] fields, string at)
    {
        var story = at.Length > 10 ? UpToStage("1") : Unresolved().Given(Chair, new Command.ChooseRoute("mediation", "x"), "2026-04-09T12:00+01:00");
        var verdict = Difference.Decide(story.Terms, new Instruction("r", by, command), Story.Instant(at.Length > 10 ? at : $"{at}T13:00+01:00"), story.State);
        var refusals = ((Verdict.Refused)verdict).Refusals;
        Assert.That(refusals.Where(r => r.Code == RefusalCode.TextNeeded).Select(r => r.Field), Is.EqualTo(fields));
    }

    [Test]
    public void A_difference_is_raised_in_words() =>
        new Story(ProcedureText.SouthGloucestershire)
            .When(Worker, Raise(Noon) with { Reference = " ", Concern = new("", "", ""), Raiser = Nobody, ImmediateRisk = "", StartAt = "2" }, Noon)
            .ThenRefused([.. Enumerable.Repeat(RefusalCode.TextNeeded, 7)]);

    [Test]
    public void All_that_is_wrong_is_said_at_once() =>
        UpToStage("1").When(Stranger, new Command.RecordDiscussion("d", "", "", "", "dance"), Noon)
            .ThenRefused(RefusalCode.NotAParty, RefusalCode.TextNeeded, RefusalCode.TextNeeded, RefusalCode.TextNeeded, RefusalCode.StepOutOfOrder);

    private static IEnumerable<object[]> WithoutText()
    {
        object[] Row(Command command, Actor by, params string[] fields) => [command, by, fields, Noon];
        object[] Deciding(Command command, Actor by, params string[] fields) => [command, by, fields, "2026-04-09"];
        return
        [
            Row(new Command.RecordDiscussion("d", " ", "", "\t"), Worker, "with", "views", "outcome"), Row(new Command.Respond("r", "", " "), Carer, "position", "reason"),
            Row(new Command.FulfilDuty("resolve", ""), Worker, "account"), Row(Propose("p") with { Outcome = "", Outstanding = "" }, Worker, "outcome", "outstanding"),
            Row(Propose("p", Action("a", Care, "2026-04-01") with { What = "", Owner = "" }), Worker, "actions[0].what", "actions[0].owner"),
            Row(Dispute("p") with { Reason = "" }, Worker, "reason"), Row(Escalate("1") with { Reason = "" }, Worker, "reason"),
            Row(AskUntil("t", "2026-04-07") with { Reason = "" }, Worker, "reason"), Row(new Command.DeclineTimescale("t", ""), Worker, "reason"),
            Row(new Command.MarkImmediateRisk(""), Worker, "reason"), Row(new Command.LiftImmediateRisk(""), Worker, "reason"),
            Row(new Command.CountAgain(""), BoardOffice, "reason"), Row(new Command.NominateContact(Care, "2", Nobody), BoardOffice, "contact.name", "contact.email"),
            Row(new Command.AddSupporter("s", Nobody), Worker, "supporter.name"), Row(new Command.RemoveSupporter("s", ""), Worker, "reason"),
            Row(new Command.AddParty(Trust, Side.Involved, ""), Worker, "reason"), Row(new Command.NoteComplaint(""), Worker, "note"),
            Row(new Command.ArrangeMeeting("m", Story.Instant(Noon), "", "", []), Worker, "place", "purpose"), Row(new Command.RecordMeeting("m", Story.Instant(Noon), [], ""), Worker, "record"),
            Row(new Command.ReportUnresolved(""), Worker, "reason"), Row(new Command.SignForm("f", "s", "", 1), Worker, "designation"), Row(new Command.Withdraw(""), Worker, "reason"),
            Row(new Command.Redirect("complaint", ""), Worker, "reason"), Row(new Command.CompleteAction("a", ""), Worker, "account"),
            Row(new Command.ChangeAction("a", Care, "Sam Okoro", Day("2026-04-01"), ""), Worker, "reason"),
            Deciding(new Command.ChooseRoute("panel", ""), Chair, "reason"), Deciding(new Command.HearRepresentation(Care, ""), Mediator, "summary"),
            Deciding(Decide("d") with { Decision = "", Reasons = "", Outstanding = "" }, Mediator, "decision", "reasons", "outstanding"),
        ];
    }
}

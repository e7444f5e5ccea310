using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Service.Access;

namespace EscalationFunctions.Tests.Service.Access;

public class LinkTaskTests
{
    private static readonly Recipient Rung = new Recipient.Rung("county-trust", "1"), Raiser = new Recipient.TheRaiser(),
        Supporter = new Recipient.Supporter("s-1"), Chair = new Recipient.Officer("chair");

    private static readonly Standing Known = new(
        1, "SV-26-AAAAA", new Concern("N-1", "s", "d"), new Person("A", "w"), default, default, default,
        [new Party("north-council", "local-authority", Side.Raising), new Party("county-trust", "secondary-health", Side.Responding)], [])
    {
        Stage = "1",
        Deciding = new Deciding("1"),
        Actions = [new AgreedAction(new ActionAgreed("a-1", "Visit.", "county-trust", "Ben", new DateOnly(2026, 4, 8)), default, 0, false)],
    };

    private static IEnumerable<TestCaseData> Asked()
    {
        yield return Row(NoticeKind.StageEntered, Rung, null, new LinkTask.Act("1"), "a stage asks for the next step");
        yield return Row(NoticeKind.Chase, Rung, null, new LinkTask.Act("1"), "so does a reminder");
        yield return Row(NoticeKind.DutyAsked, Chair, null, new LinkTask.Act("1"), "of an officer too");
        yield return Row(NoticeKind.StageEntered, Supporter, null, new LinkTask.Read(), "a supporter acts for nobody");
        yield return Row(NoticeKind.OutcomeToConfirm, Rung, "p-1", new LinkTask.ConfirmProposal("p-1"), "agencies confirm");
        yield return Row(NoticeKind.OutcomeToConfirm, Raiser, "p-1", new LinkTask.Read(), "the raiser is told");
        yield return Row(NoticeKind.TimescaleToAgree, Rung, "t-1", new LinkTask.AgreeTimescale("t-1"), "agencies agree a date");
        yield return Row(NoticeKind.FormToSign, Rung, "monitoring", new LinkTask.SignForm("monitoring"), "a signature is wanted");
        yield return Row(NoticeKind.SignatureVoided, Rung, "monitoring", new LinkTask.SignForm("monitoring"), "and again after a change");
        yield return Row(NoticeKind.ContactNeeded, Raiser, "county-trust", new LinkTask.NameContact("county-trust", "1"), "people in hand name the contact");
        yield return Row(NoticeKind.ActionOverdue, Rung, "a-1", new LinkTask.DoAction("a-1"), "the agency's own action");
        yield return Row(NoticeKind.ActionChanged, new Recipient.Rung("north-council", "1"), "a-1", new LinkTask.Read(), "another agency's action");
        yield return Row(NoticeKind.FeedbackAsked, Rung, null, new LinkTask.GiveFeedback(), "feedback");
        yield return Row(NoticeKind.Unresolved, Chair, null, new LinkTask.ChooseRoute("1"), "those who decide choose the way");
        yield return Row(NoticeKind.RouteChosen, Chair, "panel", new LinkTask.Act("1"), "then they decide");
        yield return Row(NoticeKind.RouteChosen, Rung, "panel", new LinkTask.Read(), "the parties are told of it");
        yield return Row(NoticeKind.Outcome, Rung, null, new LinkTask.Read(), "the outcome is there to be read");
    }

    [TestCaseSource(nameof(Asked))]
    public void What_a_notice_asks_is_what_its_link_is_for(NoticeKind kind, Recipient to, string? detail, LinkTask task) =>
        Assert.That(LinkTask.Of(new Notice("SV-26-AAAAA/1/1", kind, to, 1, "1", Detail: detail), Known), Is.EqualTo(task));

    [Test]
    public void Every_notice_has_a_task_whoever_gets_it([Values] NoticeKind kind)
    {
        foreach (var to in new[] { Rung, Raiser, Supporter, Chair })
            foreach (var detail in new[] { null, "x" })
                Assert.That(LinkTask.Of(new Notice("SV-26-AAAAA/1/1", kind, to, 1, "1", Detail: detail), Known), Is.Not.Null);
    }

    [Test]
    public void What_lasts_beyond_its_stage_is_following_up_and_reading() => Assert.That(
        Asked().Select(row => (LinkTask)row.Arguments[3]!).Where(t => !t.EndsWithStage).Select(t => t.GetType()).Distinct(),
        Is.EquivalentTo(new[] { typeof(LinkTask.DoAction), typeof(LinkTask.GiveFeedback), typeof(LinkTask.Read) }));

    private static TestCaseData Row(NoticeKind kind, Recipient to, string? detail, LinkTask task, string reason) =>
        new TestCaseData(kind, to, detail, task).SetArgDisplayNames($"{kind}", reason);
}

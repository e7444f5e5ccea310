using System.Text;
using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Core.Notices.Words;
using EscalationFunctions.Tests.Core.Differences;
using static EscalationFunctions.Tests.Core.Differences.Acts;
using static EscalationFunctions.Tests.Core.Differences.Cast;
using static EscalationFunctions.Tests.Core.Differences.ProcedureText;

namespace EscalationFunctions.Tests.Core.Notices;

/// <summary>What people read. The words themselves are an approved file, to be read as a person would.</summary>
public class NoticeWordsTests
{
    /// <summary>The entry by which riverside-care proposed an outcome, which was then disowned.</summary>
    private static readonly string Proposed = $"{AtStageTwo().EntryOf<Fact.OutcomeProposed>()}";

    /// <summary>What a notice of the kind carries beside its kind, where it carries anything.</summary>
    private static readonly Dictionary<NoticeKind, string> Details = new()
    {
        [NoticeKind.Escalated] = "3", [NoticeKind.ContactNeeded] = Care, [NoticeKind.PartyAdded] = Care, [NoticeKind.DeadlineMoved] = "agreement",
        [NoticeKind.Flagged] = "cap-passed", [NoticeKind.FormToSign] = "monitoring", [NoticeKind.SignatureVoided] = "monitoring",
        [NoticeKind.FormCopy] = "monitoring", [NoticeKind.RouteChosen] = "panel", [NoticeKind.Heard] = Care, [NoticeKind.Redirected] = "single-agency",
        [NoticeKind.FormSigned] = "monitoring", [NoticeKind.Confirmation] = Proposed, [NoticeKind.Disowned] = Proposed, [NoticeKind.DisowningAnswered] = Proposed,
    };

    [Test]
    public void Every_kind_of_notice_reads_as_approved()
    {
        var standing = AtStageTwo().Standing;
        var page = new StringBuilder();
        foreach (var kind in Enum.GetValues<NoticeKind>())
        {
            var message = Asked(kind, standing);
            page.Append($"== {Escalation.Core.KebabCase.Of(kind)}{(message.Urgent ? " (at once)" : "")}\n{message.Subject}\n\n");
            foreach (var paragraph in message.Paragraphs) page.Append($"{paragraph}\n\n");
        }

        Approved.Matches(page.ToString(), "EscalationFunctions.Tests/Core/Notices/notice-words.approved.txt");
    }

    [Test]
    public void Whoever_is_asked_reads_what_is_asked_by_when_and_what_follows_otherwise()
    {
        var message = Of(new Notice("D-1/1/1", NoticeKind.StageEntered, new Recipient.Rung(Care, "2"), 1, "2", "resolve"), AtStageTwo().Standing);
        Assert.That(message.Subject, Is.EqualTo("[D-1] Please settle the difference by 5pm on Tuesday 7 April 2026"));
        Assert.That(message.Paragraphs, Has.Some.Contains("goes to stage 3").And.Some.Contains("Easter Monday"));
    }

    [Test]
    public void The_worker_who_raised_it_is_told_whom_it_waits_for() =>
        Assert.That(Of(new Notice("D-1/1/1", NoticeKind.StageEntered, new Recipient.TheRaiser(), 1, "2", "resolve"), AtStageTwo().Standing).Paragraphs,
            Has.Some.StartsWith("Every agency involved needs to settle the difference"));

    [Test]
    public void Only_immediate_risk_goes_out_at_once_until_the_adult_is_at_risk()
    {
        var quiet = AtStageTwo().Standing;
        var risky = AtStageTwo().Given(CareManager, new Command.MarkImmediateRisk("He fell."), "2026-04-02T17:30").Standing;
        Assert.That(Enum.GetValues<NoticeKind>().Where(k => Asked(k, quiet).Urgent), Is.EqualTo(new[] { NoticeKind.ImmediateRisk }));
        Assert.That(Enum.GetValues<NoticeKind>().Where(k => !Asked(k, risky).Urgent), Is.Empty);
    }

    // F3: the reference, never the adult's name. What people wrote stays in the record.
    [Test]
    public void No_words_hold_what_somebody_wrote()
    {
        var standing = AtStageTwo().Standing;
        var words = string.Concat(Enum.GetValues<NoticeKind>().Select(k => Asked(k, standing)).SelectMany(m => m.Paragraphs.Append(m.Subject)));
        foreach (var personal in new[] { AboutNights.AdultReference, AboutNights.Summary, AboutNights.DesiredOutcome, Raiser.Name, Raiser.Email! })
            Assert.That(words, Does.Not.Contain(personal));
    }

    private static Message Asked(NoticeKind kind, Standing standing) =>
        Of(new Notice("D-1/1/1", kind, new Recipient.Rung(Care, "2"), 1, "2", "resolve", Detail: Details.GetValueOrDefault(kind)), standing);

    private static Message Of(Notice notice, Standing standing) =>
        NoticeWords.Of(notice, standing, SouthGloucestershire, id => id == Care ? "Riverside Care" : "North Council");

    private static Story AtStageTwo()
    {
        var story = new Story(SouthGloucestershire).Raised("2026-04-01T10:00").Given(CareManager, Propose("p"), "2026-04-01T15:00").TimePasses("2026-04-02T17:00");
        return story.Given(CareManager, Disown(story.EntryOf<Fact.OutcomeProposed>()), "2026-04-02T17:00");
    }
}

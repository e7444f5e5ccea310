using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Escalation.Core.Notices;
using Escalation.Service.Delivery;

namespace EscalationFunctions.Tests.Service.Delivery;

/// <summary>Every letter that can go out, as a person would read it: in plain text, and as a page.</summary>
public partial class LettersTests
{
    private const string Folder = "EscalationFunctions.Tests/Service/Delivery/letters";

    private static readonly Dictionary<string, NoticeKind[]> Files = new()
    {
        ["stages"] =
        [
            NoticeKind.Raised, NoticeKind.StageEntered, NoticeKind.Escalated, NoticeKind.ContactNeeded, NoticeKind.PartyAdded, NoticeKind.Supporting,
            NoticeKind.SupporterRemoved, NoticeKind.GatePassed, NoticeKind.ForInformation,
        ],
        ["deadlines"] =
        [
            NoticeKind.DutyAsked, NoticeKind.Reminder, NoticeKind.DeadlinePassed, NoticeKind.Chase, NoticeKind.DeadlineMoved, NoticeKind.Flagged,
            NoticeKind.DutyDone, NoticeKind.TimescaleToAgree, NoticeKind.TimescaleDeclined,
        ],
        ["exchanges"] =
        [
            NoticeKind.Acknowledged, NoticeKind.DiscussionRecorded, NoticeKind.Responded, NoticeKind.OutcomeToConfirm, NoticeKind.OutcomeConfirmed,
            NoticeKind.OutcomeDisputed, NoticeKind.ImmediateRisk, NoticeKind.ImmediateRiskOver, NoticeKind.ComplaintNoted,
        ],
        ["decisions"] =
        [
            NoticeKind.MeetingInvitation, NoticeKind.MeetingRecorded, NoticeKind.Unresolved, NoticeKind.RouteChosen, NoticeKind.PanelFormed, NoticeKind.Heard,
            NoticeKind.FormToSign, NoticeKind.FormSigned, NoticeKind.SignatureVoided, NoticeKind.FormCopy,
        ],
        ["confirmations"] = [NoticeKind.Confirmation, NoticeKind.Disowned, NoticeKind.DisowningAnswered],
        ["endings"] =
        [
            NoticeKind.Outcome, NoticeKind.Closed, NoticeKind.Withdrawn, NoticeKind.Redirected, NoticeKind.Reopened, NoticeKind.ActionDone,
            NoticeKind.ActionChanged, NoticeKind.ActionOverdue, NoticeKind.DebriefOffered, NoticeKind.FeedbackAsked, NoticeKind.Learning,
        ],
    };

    [Test]
    public void Every_kind_of_notice_is_in_one_of_the_files() => Assert.That(Files.Values.SelectMany(k => k), Is.EquivalentTo(Enum.GetValues<NoticeKind>()));

    [TestCase("stages"), TestCase("deadlines"), TestCase("exchanges"), TestCase("decisions"), TestCase("confirmations"), TestCase("endings")]
    public async Task Every_letter_reads_as_approved(string file)
    {
        await using var letters = await WrittenLetters.OpenAsync();
        var (text, page) = (new StringBuilder(), new StringBuilder());
        foreach (var kind in Files[file])
        {
            var letter = letters.Of(kind, WrittenLetters.Link, alsoTold: ["the worker who raised it"]);
            text.Append($"== {Escalation.Core.KebabCase.Of(kind)}\nSubject: {letter.Subject}\n\n{letter.Text}\n");
            page.Append($"<!-- {Escalation.Core.KebabCase.Of(kind)} -->\n{letter.Html}");
        }

        Assert.Multiple(() =>
        {
            Approved.Matches(letters.Settled(text.ToString()), $"{Folder}/{file}.approved.txt");
            Approved.Matches(letters.Settled(page.ToString()), $"{Folder}/{file}.approved.html");
        });
    }

    [Test]
    public async Task The_page_says_what_the_text_says_and_fetches_nothing()
    {
        await using var letters = await WrittenLetters.OpenAsync();
        foreach (var kind in Enum.GetValues<NoticeKind>())
        {
            var letter = letters.Of(kind, WrittenLetters.Link);
            var said = WebUtility.HtmlDecode(Tag().Replace(letter.Html!, " "));
            var sentences = letter.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            foreach (var sentence in sentences.Where(l => !l.StartsWith("Open this", StringComparison.Ordinal)))
                Assert.That(said, Does.Contain(sentence));
            Assert.That(letter.Html, Does.Not.Match("<(img|link|script|iframe|style|form)|src=|url\\(|@import"), "nobody can tell that it was read");
        }
    }

    [Test]
    public async Task The_one_link_is_there_to_press_and_to_read_in_full_in_both_parts()
    {
        await using var letters = await WrittenLetters.OpenAsync();
        var letter = letters.Of(NoticeKind.Reminder, WrittenLetters.Link);
        Assert.That(letter.Text, Does.Contain($"Open this difference: {WrittenLetters.Link}\nThis link is for you alone. Please do not forward it.\n"));
        Assert.That(Href().Matches(letter.Html!).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)), Is.EqualTo(new[] { WrittenLetters.Link.AbsoluteUri }));
        Assert.That(WebUtility.HtmlDecode(Tag().Replace(letter.Html!, " ")), Does.Contain(WrittenLetters.Link.AbsoluteUri));
        Assert.That(letters.Of(NoticeKind.Reminder).Text + letters.Of(NoticeKind.Reminder).Html, Does.Not.Contain("link").IgnoreCase);
    }

    [Test]
    public void A_name_cannot_bring_anything_into_the_page()
    {
        var prose = new Prose("<script>", ["Care & <b>Sons</b> \"quoted\""], null, [], []);
        Assert.That(LetterPage.Of(prose), Does.Contain("Care &amp; &lt;b&gt;Sons&lt;/b&gt; &quot;quoted&quot;").And.Contain("<title>&lt;script&gt;</title>"));
    }

    [Test]
    public async Task No_letter_holds_what_somebody_wrote()
    {
        await using var letters = await WrittenLetters.OpenAsync();
        foreach (var kind in Enum.GetValues<NoticeKind>())
        {
            var letter = letters.Of(kind, WrittenLetters.Link);
            foreach (var personal in new[] { "N-1234", "care was ended", "until a review", "Asha", "Mrs Doe", "stairs" })
                Assert.That($"{letter.Subject}{letter.Text}{letter.Html}{letter.Calendar?.Text}", Does.Not.Contain(personal), $"{kind}");
        }
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Href();
}

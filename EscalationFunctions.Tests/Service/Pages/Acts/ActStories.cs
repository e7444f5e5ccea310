using Escalation.Core.Differences;
using Escalation.Service.Desk;
using static EscalationFunctions.Tests.Service.Pages.Acts.PageOffice;

namespace EscalationFunctions.Tests.Service.Pages.Acts;

/// <summary>North-council has raised a difference with county-trust by the pages; each act is filled in there and kept by the real desk.</summary>
public class ActStories
{
    private PageOffice office = null!;

    [SetUp]
    public async Task Open()
    {
        office = await OpenAsync();
        await office.RaiseAsync();
    }

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task A_discussion_is_recorded_as_the_step_that_it_was()
    {
        var talk = await office.OneAsync<Fact.DiscussionRecorded>(
            "discuss", Council, "step: consult", "with: Ben Manager", "views: Mine.", "outcome: I go on.");
        Assert.That(talk, Is.EqualTo(new Fact.DiscussionRecorded(talk.Id, "1", "Ben Manager", "Mine.", "I go on.", "consult", true)));
    }

    [Test]
    public async Task A_discussion_can_be_none_of_the_steps() =>
        Assert.That((await office.DoAsync("discuss", Trust, "step: -")).OfType<Fact.DiscussionRecorded>().Single().Step, Is.Null);

    [Test]
    public async Task An_answer_has_its_reason()
    {
        var answer = (await office.DoAsync("respond", Trust, "position: We see no need.", "reason: She declined.")).OfType<Fact.Responded>().Single();
        Assert.That((answer.Position, answer.Reason), Is.EqualTo(("We see no need.", "She declined.")));
    }

    [Test]
    public async Task Time_is_asked_for_by_one_side_and_agreed_by_the_other()
    {
        await office.DoAsync("ask-for-time", Trust, "deadline: resolve", "until: 8/4/2026", "reason: The assessor is away.");
        Assert.That(await office.OfferedTo(Trust), Has.No.Member("answer-time"));
        var asked = (await office.AtAsync(Council, office.Id)).Standing.Timescales.Single();
        Assert.That(await office.DoAsync("answer-time", Council, $"id: {asked.Id}", "agree: yes"), Has.Member(new Fact.TimescaleAgreed(asked.Id, 2)));
    }

    [Test]
    public async Task Time_is_declined_with_the_reason()
    {
        await office.DoAsync("ask-for-time", Trust, "deadline: resolve", "until: 8/4/2026");
        var asked = (await office.AtAsync(Council, office.Id)).Standing.Timescales.Single();
        Assert.That(await office.OneAsync<Fact.TimescaleDeclined>("answer-time", Council, "agree: no", "reason: She is alone."),
            Is.EqualTo(new Fact.TimescaleDeclined(asked.Id, "She is alone.")));
    }

    [TestCase("2/4/2026", "The day must be later than 5pm on Thursday 2 April 2026")]
    [TestCase("3/4/2026", "Friday 3 April 2026 is not a working day (Good Friday); the next one is Tuesday 7 April 2026")]
    [TestCase("4/4/2026", "Saturday 4 April 2026 is not a working day; the next one is Tuesday 7 April 2026")]
    [TestCase("31/3/2026", "The day must not be over yet")]
    [TestCase("2/4/2027", "The day can be at most a year ahead")]
    [TestCase("7/4/2026", null)]
    public async Task A_day_until_which_no_time_can_be_given_is_pointed_out_where_it_is_typed(string day, string? problem)
    {
        var at = await office.AtAsync(Trust, office.Id);
        var answers = new Escalation.Service.Pages.Journeys.Answers(new Dictionary<string, string> { ["deadline"] = "resolve", ["until"] = day });
        var question = Find("ask-for-time").Screens(at, answers).SelectMany(s => s.Questions).Single(q => q.Id == "until");
        Assert.That(question.ProblemOf(answers), Is.EqualTo(problem));
    }

    [Test]
    public async Task It_is_taken_to_the_next_stage_after_a_page_that_says_what_that_means()
    {
        var at = await office.AtAsync(Council, office.Id);
        Assert.That(Find("take-further").Interruption(at, new())!.Title, Is.EqualTo("This takes it to stage 2"));
        Assert.That(await office.DoAsync("take-further", Council, "reason: No agreement."), Has.Member(new Fact.Escalated("1", "2", "No agreement.")));
    }

    [Test]
    public async Task At_immediate_risk_it_can_pass_over_stages_and_no_page_stands_in_the_way()
    {
        Assert.That(await office.DoAsync("mark-risk", Trust, "reason: He is alone."), Has.Member(new Fact.ImmediateRiskMarked("He is alone.")));
        Assert.That(Find("take-further").Interruption(await office.AtAsync(Council, office.Id), new()), Is.Null);
        Assert.That(await office.DoAsync("take-further", Council, "to: 4", "reason: Now."), Has.Member(new Fact.Escalated("1", "4", "Now.")));
        Assert.That(await office.DoAsync("lift-risk", Council, "reason: A nurse is there."), Has.Member(new Fact.ImmediateRiskLifted("A nurse is there.")));
        Assert.That(await office.OfferedTo(Council), Has.Member("mark-risk").And.No.Member("lift-risk").And.No.Member("take-further"));
    }

    [Test]
    public async Task An_organisation_names_its_own_contact_and_the_board_office_anybodys()
    {
        string[] person = ["contact.name: Nina Ross", "contact.role: matron", "contact.email: nina@example.org"];
        var nina = new Person("Nina Ross", "matron", "nina@example.org");
        Assert.That(await office.DoAsync("name-contact", Trust, ["stage: 2", .. person]), Has.Member(new Fact.ContactNominated("county-trust", "2", nina)));
        Assert.That(await office.DoAsync("name-contact", office.BoardOffice, ["agency: north-council", "stage: 3", .. person]),
            Has.Member(new Fact.ContactNominated("north-council", "3", nina)));
    }

    [Test]
    public async Task A_supporter_is_offered_nothing_and_only_the_raising_side_or_the_office_can_take_one_off()
    {
        await office.DoAsync("add-supporter", Council, "supporter.name: Sue Port", "supporter.role: representative", "supporter.email: sue@example.org");
        Assert.That(await office.OfferedTo("sue@example.org"), Is.Empty);
        Assert.That(await office.OfferedTo(Trust), Has.No.Member("remove-supporter"));
        var sue = (await office.AtAsync(Council, office.Id)).Standing.Supporters.Single().Id;
        Assert.That(await office.DoAsync("remove-supporter", Council, "reason: She has moved."), Has.Member(new Fact.SupporterRemoved(sue, "She has moved.")));
    }

    [Test]
    public async Task Another_organisation_is_brought_in_with_its_part()
    {
        var added = await office.OneAsync<Fact.PartyAdded>("bring-in", Trust, "agency: riverside-care", "side: Involved", "reason: It gives the care.");
        Assert.That((added.Party, added.Reason), Is.EqualTo((new Party("riverside-care", "care-provider", Side.Involved), "It gives the care.")));
        Assert.That(await office.OfferedTo(Care), Has.No.Member("ask-for-time").And.No.Member("withdraw").And.Member("respond"));
    }

    [Test]
    public async Task A_complaint_alongside_is_noted() =>
        Assert.That(await office.DoAsync("complaint", Trust, "note: To the trust."), Is.EqualTo(new[] { new Fact.ComplaintNoted("To the trust.") }));

    [Test]
    public async Task Only_those_who_raised_it_withdraw_it_after_a_page_that_says_that_it_ends()
    {
        Assert.That(await office.OfferedTo(Trust), Has.No.Member("withdraw").And.No.Member("send-elsewhere"));
        Assert.That(Find("withdraw").Interruption(await office.AtAsync(Council, office.Id), new()), Is.Not.Null);
        Assert.That(await office.DoAsync("withdraw", Council, "reason: Settled by telephone."), Has.Member(new Fact.Withdrawn("Settled by telephone.")));
    }

    [Test]
    public async Task The_board_office_sends_it_elsewhere_and_opens_it_again()
    {
        var sent = await office.OneAsync<Fact.Redirected>("send-elsewhere", office.BoardOffice, "screening: complaint", "reason: It is one.");
        Assert.That((sent.Screening, sent.Reason), Is.EqualTo(("complaint", "It is one.")));
        Assert.That(await office.OfferedTo(Council), Has.No.Member("reopen").And.No.Member("respond"));
        Assert.That(await office.OfferedTo(office.BoardOffice), Has.Member("reopen").And.No.Member("send-elsewhere"));
        Assert.That(await office.DoAsync("reopen", office.BoardOffice, "stage: 2", "reason: It is none."), Has.Member(new Fact.Reopened("2", "It is none.")));
    }

    [Test]
    public async Task The_board_office_has_time_counted_again_and_finds_nothing_moved() =>
        Assert.That(await office.DoAsync("count-again", office.BoardOffice, "reason: A closure day."), Is.Empty);

    [Test]
    public async Task What_has_moved_on_since_somebody_looked_is_not_done()
    {
        var at = await office.AtAsync(Council, office.Id);
        await office.DoAsync("complaint", Trust);
        var command = Find("take-further").ToCommand(at, new(new Dictionary<string, string> { ["reason"] = "x" }), new("draft"));
        var reply = await office.Office.Desk.AskAsync(new Question(office.Id, at.ActorFor(null)!, command, at.Opened.State.Version), default);
        Assert.That(reply, Is.InstanceOf<Reply.Overtaken>());
    }
}

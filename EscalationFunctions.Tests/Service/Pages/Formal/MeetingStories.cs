using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using EscalationFunctions.Tests.Service.Api;

namespace EscalationFunctions.Tests.Service.Pages.Formal;

/// <summary>Somerset's formal stage on the pages: the referral, and the meeting of everybody who is involved.</summary>
public class MeetingStories
{
    private static readonly string[] Questions = ["organisations", "request", "action-taken", "refusal-reasons", "other"];

    private FormalService one = null!;
    private Guest nora = null!, office = null!;

    [SetUp]
    public async Task Start()
    {
        one = await FormalService.StartAsync(TestOffice.Moorland);
        (nora, office) = (await one.ManagerAsync(TestService.Council), await one.OfficeAsync());
    }

    [TearDown]
    public ValueTask Stop() => one.DisposeAsync();

    [Test]
    public async Task A_form_without_signatures_is_read_once_more_and_sent()
    {
        var form = $"{one.Page}/forms/referral";
        Assert.That((await nora.GetAsync($"{form}/complete")).Path, Is.EqualTo(form), "there is nothing to send yet");
        foreach (var field in Questions) await nora.FillAsync($"{form}/fields/{field}", $"entries.{field}: About {field}.");
        Assert.That((await nora.GetAsync(form)).Links, Has.Member($"{form}/complete"));
        var read = await nora.GetAsync($"{form}/complete");
        Assert.That(read.Text, Does.Contain("About refusal-reasons.").And.Contain("It goes to: Statutory partners of the board Business manager of the board"));
        await office.FillAsync($"{form}/fields/other", "entries.other: It is urgent.");
        var again = await nora.SendAsync(read);
        Assert.That(again.Errors, Is.EqualTo(new[] { "The form has been changed since you opened it. Read edition 6 before you send it" }));
        Assert.That((await nora.SendAsync(again)).Text, Does.Contain("The form has been sent.").And.Contain("Copies go to: Statutory partners of the board"));
        Assert.That((await one.LastAsync<Fact.FormSubmitted>()).Edition, Is.EqualTo(6));
    }

    [Test]
    public async Task A_form_of_a_later_stage_is_not_there_yet()
    {
        await using var first = await FormalService.StartAsync(TestOffice.Moorland, "1");
        Assert.That((await (await first.ManagerAsync(TestService.Council, "1")).GetAsync($"{first.Page}/forms/referral")).Status, Is.EqualTo(System.Net.HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Those_whom_the_procedure_asks_for_are_ticked_explained_and_cannot_be_left_out()
    {
        var asked = await InvitationAsync();
        Assert.That(asked.Filled.Where(f => f.Name == "invited").Select(f => f.Value), Is.EqualTo(new[] { TestService.Council, TestService.Trust, "statutory-partners" }));
        Assert.That(asked.Text, Does.Contain("County Trust The procedure asks for them to be there.").And.Contain("The worker who raised it"));
        var refused = await nora.SendAsync(asked, $"invited: {TestService.Council}");
        Assert.That(refused.Errors, Is.EqualTo(new[] { "Invite everybody whom the procedure asks for: North Council, County Trust and Statutory partners of the board" }));
        Assert.That(refused.Filled.Where(f => f.Name == "invited").Select(f => f.Value), Is.EqualTo(new[] { TestService.Council }), "what was ticked stays as it was sent");
        var check = await nora.SendAsync(refused, [.. new[] { TestService.Council, TestService.Trust, "statutory-partners", "raiser" }.Select(id => $"invited: {id}")]);
        Assert.That(check.Text, Does.Contain("Wednesday 8 April 2026").And.Contain("2:30pm"));
        await nora.SendAsync(check);
        var arranged = await one.LastAsync<Fact.MeetingArranged>();
        Assert.That((arranged.MeetAt, arranged.Place), Is.EqualTo((LondonTime.At(new DateOnly(2026, 4, 8), new TimeOnly(14, 30)), "Room 2, Town Hall")));
        Assert.That(arranged.Invited, Is.EqualTo(new[] { TestService.Council, TestService.Trust, "statutory-partners", "raiser" }));
    }

    [Test]
    public async Task A_meeting_is_recorded_with_who_was_there_and_whether_they_could_decide()
    {
        Assert.That((await nora.GetAsync($"{one.Page}/record-meeting")).Heading, Is.EqualTo("This cannot be done now"), "none is arranged");
        await nora.SendAsync(await nora.SendAsync(await InvitationAsync()));
        await one.TimePassesAsync("2026-04-08T17:00");
        var (before, _) = await (await one.OfficeAsync()).DoAsync($"{one.Page}/record-meeting", [.. Held(), $"attended: {TestService.Council}", "attended: statutory-partners",
            .. There(TestService.Council, "Nora North", "yes"), .. There("statutory-partners", "Pam Partner", "no"), "record: Both views were heard."]);
        Assert.That(before, Is.Null);
        var held = await one.LastAsync<Fact.MeetingHeld>();
        Assert.That(held.Attended, Is.EqualTo(new[] { new Attendance(TestService.Council, "Nora North", true), new Attendance("statutory-partners", "Pam Partner", false) }));
        Assert.That((await one.FactsAsync()).OfType<Fact.Flagged>().Select(f => (f.For, f.Detail)),
            Is.SupersetOf(new[] { (FlaggedFor.PartyAbsent, TestService.Trust), (FlaggedFor.NoDecisionAuthority, "statutory-partners") }));
        Assert.That((await nora.GetAsync(one.Page)).Links, Has.None.EndsWith("/record-meeting"), "it is recorded");
    }

    [Test]
    public async Task A_meeting_that_lies_ahead_is_not_recorded_and_one_in_the_past_is_not_arranged()
    {
        var when = await nora.FillAsync($"{one.Page}/arrange-meeting", "at-day: 31", "at-month: 3", "at-year: 2026", "time: half past");
        Assert.That(when.Errors, Is.EqualTo(new[] { "The date must be today or later", "Enter a time, like 10:30am or 14:00" }));
        await nora.SendAsync(await nora.SendAsync(await InvitationAsync()));
        var held = await nora.FillAsync($"{one.Page}/record-meeting", Held());
        Assert.That(held.Errors, Is.EqualTo(new[] { "The date must be today or in the past" }));
        Assert.That(held.Text, Does.Contain("2:30pm on Wednesday 8 April 2026"));
        // On the day itself only the rules know the time; what they refuse leads back to its question.
        await one.TimePassesAsync("2026-04-08T09:00");
        var check = await (await one.ManagerAsync(TestService.Trust)).ToCheckAsync($"{one.Page}/record-meeting", [.. Held(), $"attended: {TestService.Trust}", .. There(TestService.Trust, "Tess Trust", "yes"), "record: Nothing yet."]);
        var tess = await one.ManagerAsync(TestService.Trust);
        var refused = await tess.SendAsync(await tess.GetAsync(check.Path));
        Assert.That(refused.Errors, Is.EqualTo(new[] { "A meeting is recorded after it was held." }));
        Assert.That(refused.Links, Has.Member($"{one.Page}/record-meeting/held?from=check"));
    }

    private async Task<Shown> InvitationAsync()
    {
        var place = await nora.FillAsync($"{one.Page}/arrange-meeting", "at-day: 8", "at-month: 4", "at-year: 2026", "time: 2.30pm");
        var asked = await nora.SendAsync(await nora.SendAsync(place, "place: Room 2, Town Hall"), "purpose: To agree a plan.");
        Assert.That(asked.Heading, Is.EqualTo("Who is invited?"));
        return asked;
    }

    private static string[] Held() => ["heldAt-day: 8", "heldAt-month: 4", "heldAt-year: 2026", "time: 14:30"];

    private static string[] There(string id, string name, string authority) => [$"attended-{id}-name: {name}", $"attended-{id}-authority: {authority}"];
}

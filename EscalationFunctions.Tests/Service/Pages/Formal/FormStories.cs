using System.Net;
using Escalation.Core.Differences;
using EscalationFunctions.Tests.Service.Api;

namespace EscalationFunctions.Tests.Service.Pages.Formal;

/// <summary>South Gloucestershire's monitoring form as managers fill it in and sign it on the pages.</summary>
public class FormStories
{
    private FormalService one = null!;
    private Guest nora = null!, tess = null!;
    private string form = "";

    [SetUp]
    public async Task Start()
    {
        one = await FormalService.StartAsync();
        (nora, tess) = (await one.ManagerAsync(TestService.Council), await one.ManagerAsync(TestService.Trust));
        form = $"{one.Page}/forms/monitoring";
    }

    [TearDown]
    public async Task Stop()
    {
        var lines = one.Service.Log.Lines.ToList();
        await one.DisposeAsync();
        foreach (var personal in new[] { "Nora", "Tess", "Ada", "team manager", "example.org" })
            Assert.That(lines.Where(l => l.Contains(personal, StringComparison.Ordinal)), Is.Empty, "logs carry ids and never people");
    }

    [Test]
    public async Task The_form_lists_what_is_to_be_filled_in_what_the_service_fills_in_and_who_signs()
    {
        var list = await nora.GetAsync(form);
        Assert.That((list.Status, list.Heading), Is.EqualTo((HttpStatusCode.OK, "Monitoring form")));
        Assert.That(list.Text, Does.Contain("0 of 3 parts that are needed have been filled in.")
            .And.Contain("Name of the person who uses the service Not yet started")
            .And.Contain("Additional notes Optional")
            .And.Contain("Number of days it took to settle The service fills this in when the difference is settled. Filled in by the service")
            .And.Contain("Manager who receives it Somebody who acts for County Trust signs here. Cannot start yet"));
        Assert.That(list.Links, Has.None.Contains("days-taken").And.None.Contains("/sign/"));
        Assert.That((await nora.GetAsync($"{form}/fields/days-taken")).Path, Is.EqualTo(form));
        Assert.That((await nora.GetAsync($"{form}/fields/no-such-field")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await nora.GetAsync($"{form}/sign/initiating")).Path, Is.EqualTo(form), "nothing has been entered to sign");
    }

    [Test]
    public async Task Two_managers_sign_what_was_read_a_change_takes_both_back_and_signed_again_it_is_complete()
    {
        await FillAsync();
        await SignAsync(nora, "initiating");
        Assert.That((await tess.GetAsync(form)).Text, Does.Contain("Nora North, team manager, North Council, at 10am on Wednesday 8 April 2026 Signed"));
        await SignAsync(tess, "receiving");
        await tess.SendAsync(await tess.FillAsync($"{form}/fields/summary", "entries.summary: Both views, put better."));
        Assert.That((await one.LastAsync<Fact.SignaturesVoided>()).Signatures, Is.EqualTo(new[] { "initiating", "receiving" }));
        await SignAsync(nora, "initiating");
        Assert.That((await SignAsync(tess, "receiving")).Text, Does.Contain("the form is complete")
            .And.Contain("It was completed at 10am on Wednesday 8 April 2026, at stage 3: Raising the concern, senior manager to senior manager.")
            .And.Contain("North Council: Team manager and service manager")
            .And.Contain("County Trust: Safeguarding named professional, representative on the board")
            .And.Contain("Strategic Safeguarding Service Manager"));
        Assert.That((await one.FactsAsync()).OfType<Fact.FormSubmitted>().Select(f => f.Edition), Is.EqualTo(new[] { 3, 4 }));
        var print = await nora.GetAsync($"{form}/print");
        Assert.That(print.Text, Does.Contain("Both views, put better.").And.Contain("Edition 4.").And.Contain("Signature: Manager who receives it Tess Trust, team manager, County Trust"));
    }

    [Test]
    public async Task Before_a_change_takes_signatures_back_the_person_is_told_whose_and_nothing_is_saved()
    {
        await FillAsync();
        await SignAsync(nora, "initiating");
        var facts = (await one.FactsAsync()).Count;
        var warned = await tess.FillAsync($"{form}/fields/notes", "entries.notes: He asked to be told.\nTwice.");
        Assert.That(warned.Heading, Is.EqualTo("Your change takes signatures back"));
        Assert.That(warned.Text, Does.Contain("The form is signed by Nora North of North Council.").And.Contain("Nothing has been saved yet."));
        Assert.That(await one.FactsAsync(), Has.Count.EqualTo(facts));
        Assert.That((await tess.SendAsync(warned)).Text, Does.Contain("What you entered has been saved."));
        Assert.That((await one.LastAsync<Fact.FormFilled>()).Entries.Single(), Is.EqualTo(new FieldEntry("notes", "He asked to be told.\nTwice.")));
        Assert.That(await one.LastAsync<Fact.SignaturesVoided>(), Is.Not.Null);
    }

    [Test]
    public async Task Who_was_told_of_one_signature_is_told_anew_when_another_came_in_between()
    {
        await FillAsync();
        await SignAsync(nora, "initiating");
        var warned = await nora.FillAsync($"{form}/fields/notes", "entries.notes: More.");
        await SignAsync(tess, "receiving");
        var again = await nora.SendAsync(warned);
        Assert.That(again.Text, Does.Contain("Nora North of North Council and Tess Trust of County Trust"));
        Assert.That((await nora.SendAsync(again)).Text, Does.Contain("has been saved"));
    }

    [Test]
    public async Task Saving_what_stands_there_already_takes_no_signature_back()
    {
        await FillAsync();
        await SignAsync(nora, "initiating");
        Assert.That((await tess.FillAsync($"{form}/fields/outcome")).Path, Is.EqualTo(form));
        Assert.That((await one.FactsAsync()).OfType<Fact.SignaturesVoided>(), Is.Empty);
    }

    [Test]
    public async Task What_somebody_typed_is_kept_where_another_changed_the_same_field_meanwhile()
    {
        var open = await nora.GetAsync($"{form}/fields/summary");
        await tess.FillAsync($"{form}/fields/summary", "entries.summary: The trust's view.");
        await tess.FillAsync($"{form}/fields/outcome", "entries.outcome: Not settled.");
        var overtaken = await nora.SendAsync(open, "entries.summary: The council's view.");
        Assert.That(overtaken.Text, Does.Contain("Somebody else has changed this meanwhile").And.Contain("The trust's view."));
        Assert.That(overtaken.Filled, Has.Member(("entries.summary", "The council's view.")));
        Assert.That((await one.LastAsync<Fact.FormFilled>()).Entries.Single().Field, Is.EqualTo("outcome"), "nothing was saved over it");
        await nora.SendAsync(overtaken, "entries.summary: Both views.");
        Assert.That((await one.LastAsync<Fact.FormFilled>()).Entries.Single(), Is.EqualTo(new FieldEntry("summary", "Both views.")));
    }

    [Test]
    public async Task Two_people_at_two_fields_are_not_in_each_others_way()
    {
        var open = await nora.GetAsync($"{form}/fields/summary");
        await tess.FillAsync($"{form}/fields/outcome", "entries.outcome: Not settled.");
        Assert.That((await nora.SendAsync(open, "entries.summary: The council's view.")).Text, Does.Contain("2 of 3 parts"));
    }

    [Test]
    public async Task What_cannot_be_entered_is_said_at_the_field_and_stays_as_it_was_typed()
    {
        var page = await nora.FillAsync($"{form}/fields/service-user", $"entries.service-user: {new string('x', 201)}");
        Assert.That(page.Errors, Is.EqualTo(new[] { "Name of the person who uses the service must be 200 characters or fewer" }));
        Assert.That((page.Title, page.Filled.Single(f => f.Name == "entries.service-user").Value.Length), Is.EqualTo(("Error: Name of the person who uses the service – Professional differences: Severnside Safeguarding Adults Board", 201)));
        Assert.That((await nora.FillAsync($"{form}/fields/service-user")).Errors, Is.EqualTo(new[] { "Enter an answer" }));
        await nora.FillAsync($"{form}/fields/service-user", "entries.service-user: Ada");
        Assert.That((await nora.FillAsync($"{form}/fields/service-user", "entries.service-user: ")).Text, Does.Contain("0 of 3"), "an empty answer takes it back");
    }

    [Test]
    public async Task Nobody_signs_unread_twice_or_for_the_other_side()
    {
        await FillAsync();
        var page = await nora.GetAsync($"{form}/sign/initiating");
        Assert.That(page.Text, Does.Contain("Both views.").And.Contain("Manager who brings it, for North Council"));
        Assert.That((await nora.SendAsync(page)).Errors, Is.EqualTo(new[] { "Enter the capacity in which you sign", "Tick that you have read this edition of the form" }));
        Assert.That((await nora.GetAsync($"{form}/sign/receiving")).Path, Is.EqualTo(form));
        var check = await nora.SendAsync(page, "designation: team manager", "read: yes");
        Assert.That((check.Heading, (await one.FactsAsync()).OfType<Fact.FormSigned>().Count()), Is.EqualTo(("Check before you sign", 0)));
        await nora.SendAsync(check);
        Assert.That((await nora.SendAsync(check)).Path, Is.EqualTo(form), "the button pressed twice");
        Assert.That((await one.FactsAsync()).OfType<Fact.FormSigned>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_form_that_was_changed_since_it_was_opened_is_read_again_before_it_is_signed()
    {
        await FillAsync();
        var check = await nora.FillAsync($"{form}/sign/initiating", "designation: team manager", "read: yes");
        await tess.FillAsync($"{form}/fields/notes", "entries.notes: One thing more.");
        var again = await nora.SendAsync(check);
        Assert.That(again.Errors, Is.EqualTo(new[] { "The form has been changed since you opened it. Read edition 4 before you sign" }));
        Assert.That(again.Text, Does.Contain("One thing more."));
        Assert.That(again.Filled.Where(f => f.Name == "read"), Is.Empty, "the tick was for what stood there before");
        Assert.That((await one.FactsAsync()).OfType<Fact.FormSigned>(), Is.Empty);
    }

    [Test]
    public async Task Nobody_signs_in_a_browser_that_was_left_open()
    {
        await FillAsync();
        var check = await nora.FillAsync($"{form}/sign/initiating", "designation: team manager", "read: yes");
        one.Service.Office.Clock.MoveTo("2026-04-08T10:31");
        Assert.That((await nora.SendAsync(check)).Path, Does.StartWith("/severnside/sign-in?next="));
        Assert.That((await nora.GetAsync(form)).Text, Does.Contain("3 of 3 parts"), "the rest is still open to her");
        Assert.That((await one.FactsAsync()).OfType<Fact.FormSigned>(), Is.Empty);
    }

    [Test]
    public async Task Somebody_who_only_looks_on_reads_the_form_and_changes_nothing()
    {
        await FillAsync();
        await one.AskAsync(OfficeDays.Asha, new Command.AddSupporter("s", new Person("Sam Friend", "colleague", "sam@example.org")));
        var sam = await one.GuestAsync("sam@example.org");
        var page = await sam.GetAsync(form);
        Assert.That((page.IsForm, page.Links.Any(l => l.Contains("/fields/"))), Is.EqualTo((false, false)));
        Assert.That(page.Text, Does.Contain("Both views.").And.Contain("You can read the form"));
        Assert.That((await sam.GetAsync($"{form}/fields/summary")).Path, Is.EqualTo(form));
        var stranger = await one.ManagerAsync(TestService.Police);
        Assert.That((await stranger.GetAsync(form)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await stranger.GetAsync($"{form}/print")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_was_entered_at_one_stage_is_carried_forward_to_the_next_and_the_last_lines_fill_themselves()
    {
        await FillAsync();
        await one.TimePassesAsync("2026-04-08T17:00");
        nora = await one.ManagerAsync(TestService.Council);
        Assert.That((await nora.GetAsync(form)).Text, Does.Contain("What the difference is about, in summary Carried forward from stage 3 Completed"));
        Assert.That((await nora.GetAsync($"{form}/fields/summary")).Text, Does.Contain("This was entered at stage 3 and came along with the difference."));
        await one.AskAsync(OfficeDays.Asha, new Command.ProposeOutcome("p", "Care goes on.", "None.", [], []));
        await one.AskAsync(OfficeDays.Ben, new Command.ConfirmOutcome("p", []));
        Assert.That((await nora.GetAsync(form)).Text, Does.Contain("Stage at which it was settled Stage 4: Referring the concern to the board representatives Filled in by the service")
            .And.Contain("Number of days it took to settle 7 days"));
    }

    private async Task FillAsync()
    {
        foreach (var (field, value) in new[] { ("service-user", "Ada"), ("summary", "Both views."), ("outcome", "Not settled; it goes to stage 4.") })
            Assert.That((await nora.FillAsync($"{form}/fields/{field}", $"entries.{field}: {value}")).Path, Does.EndWith("?done=saved"));
    }

    private async Task<Shown> SignAsync(Guest who, string signature)
    {
        var check = await who.FillAsync($"{form}/sign/{signature}", "designation: team manager", "read: yes");
        Assert.That(check.Heading, Is.EqualTo("Check before you sign"));
        return await who.SendAsync(check);
    }
}

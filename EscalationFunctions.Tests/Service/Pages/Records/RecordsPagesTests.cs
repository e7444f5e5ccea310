using System.Net;
using Escalation.Core.Differences;
using Escalation.Service.Pages.Records;
using EscalationFunctions.Tests.Service.Api;
using EscalationFunctions.Tests.Service.Retention;

namespace EscalationFunctions.Tests.Service.Pages.Records;

/// <summary>The board office keeps its records by the pages: what may go, what is held, who has read, and what is kept about somebody.</summary>
public class RecordsPagesTests
{
    private const string Records = "/severnside/records";

    private Shelf shelf = null!;

    [SetUp]
    public async Task Open() => shelf = await Shelf.OpenAsync();

    [TearDown]
    public async Task Close() => await shelf.DisposeAsync();

    [Test]
    public async Task A_record_goes_from_its_time_being_over_to_the_proof_that_it_is_gone()
    {
        var id = await shelf.ClosedAsync();
        await shelf.ChairComesAsync();
        shelf.Kept.Clock.MoveTo("2033-12-01T10:00");
        var reference = (await shelf.HeadAsync(id)).Card.Reference;
        Assert.That((await (await shelf.GuestAsync(Shelf.Office)).GetAsync(Records)).Text, Does.Contain($"Their retention period is over within a year").And.Contain(reference).And.Contain("Saturday 1 April 2034"));

        shelf.YearsPass();
        var (office, chair) = (await shelf.GuestAsync(Shelf.Office), await shelf.GuestAsync(Shelf.Chair));
        var list = await office.FillAsync(Records);
        Assert.That(list.Text, Does.Contain("1 record").And.Contain(reference).And.Contain("Somebody other than the person who prepared it has to approve it: Chris Chair."));
        Assert.That((await office.GetAsync(Records)).Text, Does.Contain("waits for approval"));
        var looked = await chair.GetAsync(list.Path);
        Assert.That((await chair.SendAsync(looked, "do: approve")).Errors, Is.EqualTo(new[] { "Tick that you have looked at each of them" }));
        var done = await chair.SendAsync(looked, "do: approve", "sure: yes");
        Assert.That(done.Text, Does.Contain("1 was erased").And.Contain("Approved by Chris Chair"));

        var proof = await office.GetAsync($"/severnside/differences/{id}");
        Assert.That(proof.Path, Is.EqualTo($"{Records}/erased/{id}"));
        Assert.That(proof.Text, Does.Contain($"{reference} was erased").And.Contain("Kept until Saturday 1 April 2034").And.Contain("and is intact")
            .And.Contain(Convert.ToHexStringLower((await shelf.HeadAsync(id)).Link)));
        Assert.That((await office.GetAsync(Records)).Text, Does.Contain($"{reference} at 10am on Monday 2 April 2035"));
        Assert.That((await (await shelf.GuestAsync(Shelf.Manager)).GetAsync($"/severnside/differences/{id}/record")).Heading, Is.EqualTo($"{reference} was erased"));
    }

    [Test]
    public async Task A_proof_shows_that_the_record_does_not_hold_where_somebody_meddled_with_it()
    {
        var id = await shelf.ClosedAsync();
        shelf.YearsPass();
        await shelf.DisposeOfAllAsync();
        shelf.Kept.DoDirectly("delete from lines where number = 3");
        Assert.That((await (await shelf.GuestAsync(Shelf.Office)).GetAsync($"{Records}/erased/{id}")).Text, Does.Contain("The record is not intact").And.Not.Contain("and is intact"));
    }

    [Test]
    public async Task Partners_systems_are_told_that_it_was_erased_and_when()
    {
        var id = await shelf.ClosedAsync();
        shelf.YearsPass();
        await shelf.DisposeOfAllAsync();
        var key = await shelf.Service.NewKeyAsync(TestOffice.Severnside, TestService.Trust, new DateOnly(2035, 12, 31), Enum.GetValues<Escalation.Service.Access.Scope>());
        var trust = shelf.Service.Nobody(key);
        Assert.That((string?)(await trust.GetAsync($"/differences/{id}")).Expect(HttpStatusCode.OK).Json!["erasedAt"], Does.StartWith("2035-04-02T09:00:00"));
        Assert.That((string?)(await trust.GetAsync("/differences")).Json!["differences"]![0]!["erasedAt"], Is.Not.Null);
        Assert.That((await trust.GetAsync($"/differences/{id}/record")).Expect(HttpStatusCode.OK).Text, Does.Contain("(erased)").And.Not.Contain("Care goes on."));
        foreach (var path in new[] { "deadlines", "forms/monitoring", "file-copy" }) (await trust.GetAsync($"/differences/{id}/{path}")).Expect(HttpStatusCode.OK);
        Assert.That((await trust.PostAsync($"/differences/{id}/feedback", new { effectiveness = 4, suggestions = "" })).Code, Is.EqualTo("erased"));
    }

    [Test]
    public async Task A_hold_is_set_and_lifted_on_the_page_of_the_difference()
    {
        var id = await shelf.ClosedAsync();
        var office = await shelf.GuestAsync(Shelf.Office);
        var hold = $"/severnside/differences/{id}/hold";
        Assert.That((await office.FillAsync(hold, "why: ")).Errors, Is.EqualTo(new[] { "Enter why it must be kept" }));
        Assert.That((await office.FillAsync(hold, "why: Inquiry 7 of the coroner")).Text, Does.Contain("On hold since").And.Contain("Inquiry 7 of the coroner"));
        Assert.That((await office.GetAsync(Records)).Text, Does.Contain("Kept whatever their time"));
        Assert.That((await office.GetAsync(hold)).Heading, Is.EqualTo("Lift the hold"));
        Assert.That((await office.FillAsync(hold, "why: The inquiry is closed")).Text, Does.Not.Contain("On hold since"));
        var set = (await shelf.Holds.OfBoardAsync(TestOffice.Severnside, default)).Single();
        Assert.That((set.Reason, set.Lifted!.Reason), Is.EqualTo(("Inquiry 7 of the coroner", "The inquiry is closed")));
    }

    [Test]
    public async Task To_everybody_but_the_office_there_are_no_such_pages()
    {
        var id = await shelf.ClosedAsync();
        await shelf.ChairComesAsync();
        foreach (var email in new[] { Shelf.Manager, Shelf.Chair, "county-police-1@example.org" })
        {
            var guest = await shelf.GuestAsync(email);
            foreach (var path in new[] { Records, $"{Records}/subject", $"{Records}/reads", $"{Records}/actions", $"{Records}/disposals/none", $"{Records}/erased/{id}",
                $"/severnside/differences/{id}/hold", $"{Records}/subject/none", $"{Records}/subject/none/export", $"{Records}/reads?difference={id}" })
                Assert.That((await guest.GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.NotFound), $"{email} {path}");
        }

        var office = await shelf.GuestAsync(Shelf.Office);
        Assert.That((await office.GetAsync($"{Records}/erased/{id}")).Status, Is.EqualTo(HttpStatusCode.NotFound), "it was not erased");
        Assert.That((await office.GetAsync($"{Records}/reads?difference=none")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Somebody_is_found_by_their_reference_however_it_is_written_and_by_what_people_wrote()
    {
        var (about, other) = (await shelf.RaisedAsync(adult: "NHS 943-476"), await shelf.RaisedAsync(adult: "X-1"));
        await shelf.AskAsync(other, OfficeDays.Asha, new Command.NoteComplaint("It is like that of nhs 943 476, next door."));
        await shelf.RaisedAsync(adult: "Y-2");
        var office = await shelf.GuestAsync(Shelf.Office);
        Assert.That((await office.FillAsync($"{Records}/subject", "asked: n-1")).Errors, Is.EqualTo(new[] { "Enter at least 3 letters or figures" }));
        var found = await office.FillAsync($"{Records}/subject", "asked: nhs943476");
        var (mine, theirs) = ((await shelf.HeadAsync(about)).Card.Reference, (await shelf.HeadAsync(other)).Card.Reference);
        Assert.That(found.Text, Does.Contain($"{mine}: it is the adult's reference").And.Contain($"{theirs}: it stands in what people wrote").And.Contain("Looked through: 3 records"));
        Assert.That(found.Path, Does.Not.Contain("943476").And.Not.Contain("943-476"), "no address names anybody");
        Assert.That(found.Filled.Select(f => f.Value), Has.Member(about).And.No.Member(other), "what is surely theirs is ticked");

        var export = await office.SendAsync(found, "do: export");
        Assert.That(export.Text, Does.Contain(mine).And.Contain("The package of care was ended.").And.Not.Contain(theirs));
        Assert.That((await office.GetAsync($"{export.Path}?format=json")).Html, Does.Contain("\"adultReference\":\"NHS 943-476\""));
        Assert.That((await office.GetAsync($"{Records}/reads?difference={about}")).Text, Does.Contain("An export for somebody who asked what is kept about them"));
        Assert.That((await office.GetAsync($"{Records}/reads?difference={other}")).Text, Does.Contain("Nobody has read it yet."));
    }

    [Test]
    public async Task Somebody_who_stands_in_very_many_records_is_found_in_all_of_them_and_each_is_listed_once()
    {
        const int Theirs = 2 * SubjectSearch.MostFound + 30, Others = 30;
        var desk = shelf.Get<Escalation.Service.Desk.DifferenceDesk>();
        // The others are the latest, so that the search stops in the middle of a page.
        for (var i = 0; i < Theirs + Others; i++)
        {
            var raise = new Command.Raise("", new Concern(i < Theirs ? "NHS 943-476" : $"X-{i}", "Ended.", "Goes on."), ["county-trust"], [],
                shelf.Kept.Clock.GetUtcNow(), new Person("Asha Worker", "social worker", null), []);
            await desk.RaiseAsync(TestOffice.Severnside, OfficeDays.Asha, raise, null, default);
        }

        var office = await shelf.GuestAsync(Shelf.Office);
        var page = await office.FillAsync($"{Records}/subject", "asked: NHS 943-476");
        Assert.That(page.Text, Does.Contain("so this may not be all"));
        var stopped = page;
        for (var presses = 0; presses < 9 && page.Text.Contains("Look through older ones", StringComparison.Ordinal); presses++) page = await office.SendAsync(page, "do: on", "chosen: ");
        var found = page.Filled.Where(f => f.Name == "chosen").Select(f => f.Value).ToList();
        Assert.That((found.Count, found.Distinct().Count()), Is.EqualTo((Theirs, Theirs)));
        Assert.That(page.Text, Does.Contain($"Looked through: {Theirs + Others} records").And.Contain("All records of the board were looked through."));

        var after = await office.SendAsync(stopped, "do: on", "chosen: ");
        Assert.That(after.Text, Is.EqualTo(page.Text), "there is nothing to go on with, so nothing begins again");
    }

    [Test]
    public async Task Of_an_export_nothing_is_chosen_by_mistake_and_nobody_else_has_what_was_found()
    {
        await shelf.RaisedAsync(adult: "NHS 943-476");
        var office = await shelf.GuestAsync(Shelf.Office);
        var found = await office.FillAsync($"{Records}/subject", "asked: NHS 943-476");
        Assert.That((await office.SendAsync(found, "do: export", "chosen: ")).Errors, Is.EqualTo(new[] { "Select what goes into the export" }));
        Assert.That((await office.GetAsync($"{found.Path}/export")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await office.FillAsync($"{Records}/subject", "asked: nobody at all")).Text, Does.Contain("It was not found in any of them"));
        shelf.Kept.Clock.MoveTo("2026-04-03T10:00");
        Assert.That((await (await shelf.GuestAsync(Shelf.Office)).GetAsync(found.Path)).Status, Is.EqualTo(HttpStatusCode.NotFound), "it was kept for a day");
    }

    [Test]
    public async Task Tables_are_spreadsheets_too_in_which_nothing_is_reckoned_out()
    {
        var id = await shelf.ClosedAsync();
        await shelf.Holds.SetAsync(await shelf.HeadAsync(id), "=cmd, \"quoted\"", "Ida Office", default);
        var office = await shelf.GuestAsync(Shelf.Office);
        var reference = (await shelf.HeadAsync(id)).Card.Reference;
        Assert.That((await office.GetAsync($"{Records}?format=csv")).Html, Is.EqualTo("\uFEFFReference,Procedure,Outcome,Ended,Kept until,On hold,Disposed of\r\n"
            + $"{reference},south-gloucestershire-sab,Closed,2026-04-01,2034-04-01,\"'=cmd, \"\"quoted\"\"\",\r\n").Or.EqualTo("Reference,Procedure,Outcome,Ended,Kept until,On hold,Disposed of\r\n"
            + $"{reference},south-gloucestershire-sab,Closed,2026-04-01,2034-04-01,\"'=cmd, \"\"quoted\"\"\",\r\n"));
        await office.GetAsync($"/severnside/differences/{id}");
        Assert.That((await office.GetAsync($"{Records}/reads?difference={id}&format=csv")).Html, Does.Contain($"2026-04-01T10:00:00+01:00,{reference},The board office,").And.Contain(",The difference's page\r\n"));
    }

    [Test]
    public async Task Actions_that_nobody_has_said_to_be_done_are_listed_until_somebody_does()
    {
        var id = await shelf.RaisedAsync();
        await shelf.AskAsync(id, OfficeDays.Asha, new Command.ProposeOutcome("p-1", "Care goes on.", "None.", [new("review", "Hold the review", "county-trust", "Dee", new DateOnly(2026, 4, 20))], []));
        await shelf.AskAsync(id, OfficeDays.Ben, new Command.ConfirmOutcome("p-1", []));
        await shelf.UntilClosedAsync(id);
        await shelf.Service.TimePassesAsync(id, "2026-04-22T10:00");
        var office = await shelf.GuestAsync(Shelf.Office);
        Assert.That((await office.GetAsync($"{Records}/actions")).Text, Does.Contain("1 action").And.Contain("County Trust").And.Contain("Monday 20 April 2026").And.Contain("Past its date").And.Contain("1 reminder sent"));
        await shelf.AskAsync(id, OfficeDays.Ben, new Command.CompleteAction("review", "Held."));
        Assert.That((await office.GetAsync($"{Records}/actions")).Text, Does.Contain("Everything that was agreed is done."));
    }
}

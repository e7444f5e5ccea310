using Escalation.Core;
using Escalation.Core.Differences;
using static EscalationFunctions.Tests.Service.Directory.Sheets;

namespace EscalationFunctions.Tests.Service.Directory;

public class DirectoryImportTests
{
    private const string AshaRow = "north,North Council,local-authority,1,north-1,Asha Rill,Social worker,asha@example.org,,2025-01-01,,,,2026-03-02";

    [Test]
    public void A_row_gives_a_contact_at_a_stage_with_everything_that_is_known_of_it()
    {
        var change = Sound(Of(
            "north,North Council,local-authority,1,north-1,Asha Rill,Social worker,asha@example.org,01632 960001,2026-01-01,2026-12-31,north-2,"
                + "2026-12-21..2027-01-02; 2026-04-07,2026-03-31",
            "north,,,2,north-2,Ben Marl,Team manager,ben@example.org,,2026-01-01,,,,"));
        Assert.That(change.Agencies.Single().After.Contacts[0], Is.EqualTo(new Escalation.Service.Directory.DirectoryContact(
            "north-1", "1", "Asha Rill", "Social worker", "asha@example.org", new(2026, 1, 1), "01632 960001", new(2026, 12, 31),
            [new Absence(new(2026, 12, 21), new(2027, 1, 2)), new Absence(new(2026, 4, 7), new(2026, 4, 7))], "north-2", new(2026, 3, 31))));
    }

    [TestCase(",", "\n", "", TestName = "Commas and line feeds")]
    [TestCase(";", "\r\n", "\uFEFF", TestName = "Semicolons, carriage returns and a byte order mark, as a spreadsheet saves it")]
    [TestCase("\t", "\r\n", "", TestName = "Tabs, as it is copied out of a spreadsheet")]
    [TestCase(",", "\r", "", TestName = "Bare carriage returns, as an old spreadsheet saves it")]
    public void However_a_spreadsheet_writes_it_it_reads_the_same(string separator, string lineEnd, string mark)
    {
        var csv = mark + string.Join(lineEnd, new[] { Header, AshaRow, "" }).Replace(",", separator, StringComparison.Ordinal);
        Assert.That(Sound(csv, North).IsNone, Is.True);
    }

    [Test]
    public void A_cell_in_quotation_marks_can_hold_the_separator_and_quotation_marks() =>
        Assert.That(Sound(Of("north,\"North, East \"\"and\"\" West\",local-authority")).Agencies.Single().After.Name, Is.EqualTo("North, East \"and\" West"));

    [Test]
    public void Columns_come_in_any_order_and_case_and_can_be_left_out() =>
        Assert.That(Sound("Email,Stage,Name,ROLE,Agency Name,Agency,Sector\nasha@example.org,1,Asha Rill,Social worker,North Council,north,local-authority")
            .Agencies.Single().After.Contacts.Single().Email, Is.EqualTo("asha@example.org"));

    [Test]
    public void The_days_of_a_spreadsheet_of_this_country_are_understood() =>
        Assert.That(Sound(Of("north,North Council,local-authority,1,,Asha Rill,Social worker,asha@example.org,,05/06/2026,,,,"))
            .Agencies.Single().After.Contacts.Single().From, Is.EqualTo(new DateOnly(2026, 6, 5)));

    [Test]
    public void An_agency_without_a_contact_is_an_agency_all_the_same() =>
        Assert.That(Sound(Of("north,North Council,local-authority")).Agencies.Single().After, Is.EqualTo(North with { Contacts = [] }));

    [Test]
    public void Importing_the_same_file_again_changes_nothing()
    {
        var csv = Of("north,North Council,local-authority,1,,Asha Rill,Social worker,asha@example.org", "north,,,2,,Ben Marl,Manager,ben@example.org");
        var once = Sound(csv).Agencies.Single().After;
        Assert.That(Sound(csv, once).IsNone, Is.True);
    }

    [Test]
    public void An_id_that_is_left_out_does_not_depend_on_the_order_of_the_rows_and_does_not_show_the_address()
    {
        string[] rows =
        [
            "north,North Council,local-authority,1,,Asha Rill,Worker,asha@example.org",
            "north,North Council,local-authority,1,,Ben Marl,Worker,ben@example.org",
        ];
        var (forth, back) = (Sound(Of(rows)).Agencies.Single().After, Sound(Of([.. rows.Reverse()])).Agencies.Single().After);
        Assert.That(back, Is.EqualTo(forth));
        Assert.That(forth.Contacts.Select(c => c.Id), Is.Unique.And.All.Match("^north-1-[0-9a-f]{10}$"));
    }

    [Test]
    public void Whoever_is_in_the_directory_already_keeps_their_id_first_day_and_confirmation_where_the_file_leaves_them_out()
    {
        var after = Sound(Of("north,,,1,,Asha Rill,Senior social worker,Asha@example.org"), North).Agencies.Single().After;
        Assert.That(after.Contacts, Is.EqualTo(new[] { Asha with { Role = "Senior social worker", Email = "Asha@example.org" } }));
    }

    [Test]
    public void Whoever_takes_over_an_id_is_not_confirmed_because_the_one_before_was()
    {
        var after = Sound(Of("north,,,1,north-1,Ben Marl,Social worker,ben@example.org"), North).Agencies.Single().After;
        Assert.That(after.Contacts.Single().LastConfirmed, Is.Null);
    }

    [Test]
    public void A_deputy_can_be_named_by_address_and_is_then_the_contact_of_the_same_stage_where_there_is_one()
    {
        var after = Sound(Of(
            "north,North Council,local-authority,1,,Asha Rill,Worker,asha@example.org,,,,ben@example.org",
            "north,,,2,,Ben Marl,Manager,ben@example.org", "north,,,1,ben-at-1,Ben Marl,Manager,ben@example.org")).Agencies.Single().After;
        Assert.That(after.Contacts.Single(c => c.Name == "Asha Rill").Deputy, Is.EqualTo("ben-at-1"));
    }

    [Test]
    public void A_body_that_only_holds_rungs_for_others_is_in_no_sector_of_the_procedure() =>
        Assert.That(Sound(Of("nhs-governance,NHS England Clinical Governance,outside-body,3,,Cai Ford,Lead,cai@example.org")).Agencies, Has.Count.EqualTo(1));

    [Test]
    public void The_mail_domains_of_an_agency_are_taken_over_and_stay_where_a_file_does_not_speak_of_them()
    {
        var said = Sound("agency,agency-name,sector,agency-domains\nnorth,North Council,local-authority,Council.example.org; trust.example.org")
            .Agencies.Single().After;
        Assert.That(said.Domains, Is.EqualTo(new[] { "council.example.org", "trust.example.org" }));
        Assert.That(Sound(Of("north,North Council,local-authority"), said).Agencies.Single().After.Domains, Is.EqualTo(said.Domains));
        var other = Sound("agency,agency-domains\nnorth,council.example.org", said);
        Assert.That(other.Lines(), Has.Some.EqualTo("~ agency north; domains \"council.example.org; trust.example.org\" → \"council.example.org\""));
    }

    [TestCase("@council.example.org", TestName = "With the sign before it")]
    [TestCase("council", TestName = "No domain at all")]
    public void What_is_no_mail_domain_is_said_with_its_column(string domain) =>
        Assert.That(Problems($"agency,agency-name,sector,agency-domains\nnorth,North,local-authority,{domain}"),
            Is.EqualTo(new[] { $"line 2, agency-domains: \"{domain}\" cannot be taken; a mail domain is what stands behind the @, like council.example.org" }));

    [Test]
    public void What_would_change_is_told_a_line_each()
    {
        DirectoryContactsOf(out var north, out var south);
        var change = Sound(Of(
            "north,Northern Council,,1,north-1,Asha Rill,Social worker,asha.rill@example.org,,,2026-06-30,,2026-05-04..2026-05-08",
            "north,,,2,north-2,Ben Marl,Manager,ben@example.org,,2026-04-01",
            "east,East Council,local-authority"), north, south);
        Assert.That(change.Lines(), Is.EqualTo(new[]
        {
            "An agency that the file names is replaced by what the file says, with all its contacts. Other agencies are left alone.",
            "~ agency north; name \"North Council\" → \"Northern Council\"",
            "  ~ contact north-1: email \"asha@example.org\" → \"asha.rill@example.org\"; until nothing → \"2026-06-30\"; "
                + "absences nothing → \"2026-05-04..2026-05-08\"; last-confirmed \"2026-03-02\" → nothing",
            "  + contact north-2: stage 2; name Ben Marl; role Manager; email ben@example.org; from 2026-04-01",
            "  - contact north-9: stage 4; name Dee Oak; role Director; email dee@example.org; from 2025-01-01",
            "+ agency east: East Council, local-authority",
            "Not in the file and left alone: south.",
            "Agencies: 1 added, 1 changed, 0 removed, 0 the same. Contacts: 1 added, 1 changed, 1 removed, 0 the same.",
        }));
    }

    [Test]
    public void Only_agencies_that_change_are_written()
    {
        var change = Sound(Of(AshaRow, "east,East Council,local-authority"), North);
        Assert.That(change.ToPapers("b", id => id == "east" ? 0 : 7).Select(p => (p.Id, p.Edition)), Is.EqualTo(new[] { ("east", 0L) }));
    }

    private static void DirectoryContactsOf(
        out Escalation.Service.Directory.DirectoryAgency north, out Escalation.Service.Directory.DirectoryAgency south)
    {
        north = North with { Contacts = [Asha, new("north-9", "4", "Dee Oak", "Director", "dee@example.org", new(2025, 1, 1))] };
        south = new("south", "South Council", "local-authority", ValueList<Escalation.Service.Directory.DirectoryContact>.Empty);
    }
}

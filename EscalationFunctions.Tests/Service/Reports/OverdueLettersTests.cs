using System.Text;
using Escalation.Core.Differences;
using Escalation.Service.Boards;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Escalation.Service.Reports;

namespace EscalationFunctions.Tests.Service.Reports;

/// <summary>The report as somebody reads it: as a letter, as a table, at a terminal.</summary>
public class OverdueLettersTests
{
    private const string Folder = "EscalationFunctions.Tests/Service/Reports/letters";

    private static readonly DateOnly Day = new(2026, 4, 13);

    private static readonly Uri Root = new("https://differences.example.org/");

    private TestOffice office = null!;
    private ReportRoom room = null!;
    private List<string> references = [];

    [SetUp]
    public async Task Open()
    {
        office = await TestOffice.OpenAsync();
        room = new ReportRoom(office);
        references = [];
    }

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task A_full_report_reads_as_approved_to_the_office_and_to_an_agency()
    {
        await FillAsync();
        var (whole, part) = (await LetterAsync(null), await LetterAsync("county-trust"));
        Assert.Multiple(() =>
        {
            Approved.Matches(Settled($"Subject: {whole.Subject}\n\n{whole.Text}\n==\n\nSubject: {part.Subject}\n\n{part.Text}"), $"{Folder}/full.approved.txt");
            Approved.Matches(Settled(whole.Html!), $"{Folder}/full.approved.html");
        });
    }

    [Test]
    public async Task A_report_with_nothing_in_it_says_so_in_one_line()
    {
        var letter = await LetterAsync(null);
        Assert.Multiple(() =>
        {
            Approved.Matches($"Subject: {letter.Subject}\n\n{letter.Text}", $"{Folder}/empty.approved.txt");
            Approved.Matches(letter.Html!, $"{Folder}/empty.approved.html");
        });
    }

    [Test]
    public async Task As_a_table_it_has_every_part_and_the_same_rows_as_the_letter()
    {
        await FillAsync();
        await office.ChangeBoardAsync(b => b with { OverdueReport = new ReportSettings(Csv: true) });
        var (letter, now) = (await LetterAsync(null), await LookAsync());
        var table = letter.Attached!.Text;
        Approved.Matches(Settled(table).Replace("\r\n", "\n", StringComparison.Ordinal), $"{Folder}/full.approved.csv");
        Assert.That(table.TrimEnd().Split("\r\n"), Has.Length.EqualTo(1 + now.Late.Count + now.Due.Count + now.Moved.Count + now.WithoutContact.Count + now.Failed.Count));
        Assert.That(EmailMessage.Of(letter, "no-reply@post.example.org", office.Clock.GetUtcNow()),
            Does.Contain("Content-Disposition: attachment; filename=\"overdue-2026-04-13.csv\"").And.Contain("multipart/mixed").And.Contain("text/html"));
    }

    [Test]
    public async Task Nobody_whom_it_is_about_is_named_and_no_address_stands_in_it()
    {
        await FillAsync();
        var letter = await LetterAsync(null);
        foreach (var personal in new[] { "N-1234", "care was ended", "Asha", "Pat Example", "until a review", "county-trust-1@" })
            Assert.That(letter.Subject + letter.Text + letter.Html, Does.Not.Contain(personal));
        Assert.That(letter.Text.Split("https://"), Has.Length.EqualTo(2), "one link");
    }

    [Test]
    public async Task What_is_not_listed_is_counted()
    {
        await FillAsync();
        var report = await LookAsync();
        var many = report with { Late = new Part<Head>([.. Enumerable.Repeat(report.Late.Listed[0], OverdueLookup.Most)], 234) };
        var letter = OverdueLetter.Of(many, await office.Rooms.OfAsync(TestOffice.Severnside, default), new ReportReader("post/board-office", "office@example.org", null), Day, Root);
        Assert.That(letter.Subject, Does.Contain("1234 overdue"));
        Assert.That(letter.Text, Does.Contain("- And 1,184 more, which are on the page."));
        Assert.That(OverdueText.Write(many, await office.Rooms.OfAsync(TestOffice.Severnside, default), ReportFormat.Text), Does.Contain("And 234 more, which are not listed here."));
        Assert.That(OverdueText.Write(many, await office.Rooms.OfAsync(TestOffice.Severnside, default), ReportFormat.Json), Does.Contain("\"more\":{\"late\":234,"));
    }

    private async Task<Letter> LetterAsync(string? agency) => OverdueLetter.Of(
        await LookAsync(agency), await office.Rooms.OfAsync(TestOffice.Severnside, default),
        new ReportReader(agency is null ? "post/board-office" : "contact/county-trust-4", "somebody@example.org", agency), Day, Root);

    /// <summary>Of everything something: one that is late, one that is due today, both taken further, an empty stage, a notice that was given up.</summary>
    private async Task FillAsync()
    {
        var late = await RaiseAsync("2026-04-01T10:00");
        await PassAsync("2026-04-02T17:00", late);
        await PassAsync("2026-04-07T17:00", late);
        await PassAsync("2026-04-08T17:00", late);
        var due = await RaiseAsync("2026-04-09T10:00");
        await PassAsync("2026-04-10T17:00", late, due);
        await office.ChangeAgencyAsync("riverside-care", contacts => [.. contacts.Where(c => c.Stage != "3")]);
        var notice = (await office.Journal.NoticesOfAsync(late, default))[0];
        office.Clock.MoveTo("2026-04-13T08:30");
        await office.Journal.NoteAsync(
            [new(late, notice.Notice.Id, DeliveryState.Dead, 10, At("2026-04-12T18:00"), "The mail server does not accept email for this address (550).")], default);
    }

    private async Task<string> RaiseAsync(string at)
    {
        office.Clock.MoveTo(at);
        var id = await office.RaiseAsync();
        references.Add((await office.Journal.FindHeadAsync(id, default))!.Card.Reference);
        return id;
    }

    private async Task PassAsync(string at, params string[] differences)
    {
        office.Clock.MoveTo(at);
        foreach (var id in differences) await office.DoneAsync(id, Actor.Clock, new Command.LetTimePass());
    }

    private Task<Overdue> LookAsync(string? agency = null) => room.LookAsync(At("2026-04-10T08:30"), agency);

    private static DateTimeOffset At(string at) => new MovableClock(at).GetUtcNow();

    /// <summary>References are chance; what is approved has always the same.</summary>
    private string Settled(string text)
    {
        var settled = new StringBuilder(text);
        for (var i = 0; i < references.Count; i++) settled.Replace(references[i], $"SV-26-{new string((char)('A' + i), 5)}");
        return settled.ToString();
    }
}

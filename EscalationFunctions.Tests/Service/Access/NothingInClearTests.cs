using System.Text;
using Escalation.Core.Notices;
using Escalation.Server.Sqlite;
using Escalation.Service.Access;
using static EscalationFunctions.Tests.Service.Access.Doorway;

namespace EscalationFunctions.Tests.Service.Access;

/// <summary>Whoever reads the store or the log learns no secret and nobody's name or address from what is given out for a while.</summary>
public class NothingInClearTests
{
    private const string Marked = "marked-person@marked-domain.example.org";

    private static readonly Said MarkedSaid = new("Marked Name", "marked-role");

    private Doorway door = null!;
    private List<string> marks = null!;

    [SetUp]
    public async Task Open()
    {
        door = await OpenAsync();
        marks = ["marked-person", "marked-domain", MarkedSaid.Name, MarkedSaid.Role];
    }

    [TearDown]
    public async Task Close() => await door.DisposeAsync();

    [Test]
    public async Task Passes_and_logs_hold_neither_secrets_nor_people()
    {
        await EverythingHappens();
        var rows = RowsOfPasses();
        Assert.That(rows.Select(r => r.Split('|')[0]).Distinct(), Is.EquivalentTo(new[] { "code", "link", "profile", "sign-in", "tally" }));
        Assert.That(door.Log.Lines, Is.Not.Empty);
        foreach (var mark in marks)
        {
            Assert.That(rows.Where(r => r.Contains(mark, StringComparison.OrdinalIgnoreCase)), Is.Empty, $"{mark} in the store");
            Assert.That(door.Log.Lines.Where(l => l.Contains(mark, StringComparison.OrdinalIgnoreCase)), Is.Empty, $"{mark} in the log");
        }
    }

    /// <summary>Codes right and wrong, a sign-in, a profile, links that are looked at, sent anew and taken back.</summary>
    private async Task EverythingHappens()
    {
        await door.SetDomainsAsync("north-council", "marked-domain.example.org");
        var (challenge, code) = await door.CodeForAsync(Marked);
        await door.Codes.TryAsync(challenge, Wrong(code), default);
        var signedIn = (CodeTried.SignedIn)await door.Codes.TryAsync(challenge, code, default);
        await door.SignIns.ChooseAsync(signedIn.Token, new Capacity.Practitioner("north-council"), MarkedSaid, default);
        await door.Profiles.KeepAsync(BoardId, Marked, new Profile(MarkedSaid, new Capacity.Practitioner("north-council")), default);
        var (second, other) = await door.CodeForAsync(Marked);
        var token = await LinkIsSent();
        marks.AddRange([challenge, code, signedIn.Token, second, other, token]);
    }

    private async Task<string> LinkIsSent()
    {
        var id = await door.Office.RaiseAsync(Marked);
        var token = await door.Links.MakeAsync(new LinkFor(BoardId, id, null, new LinkTask.Read(), new Recipient.TheRaiser(), Marked), default);
        await door.Links.LookAsync(token, default);
        var link = (await door.Links.OfDifferenceAsync(id, default)).Single();
        await door.Links.SendNewAsync(link.Id, secret => new Uri($"https://differences.example.org/link/{secret}"), default);
        marks.Add((await door.NewLettersAsync()).Single().Split("/link/")[1].Split('\r', '\n')[0]);
        await door.Links.RevokeAsync(id, link.Id, default);
        return token;
    }

    /// <summary>Every row as text, its content byte for byte.</summary>
    private List<string> RowsOfPasses()
    {
        using var reader = new Statements(new SqliteFile(door.Office.Folder).Open());
        return reader.All("select kind, id, about, content from passes",
            row => $"{row.Text(0)}|{row.Text(1)}|{row.Text(2)}|{Encoding.Latin1.GetString(row.InPlace(3))}");
    }
}

using System.Text;

namespace EscalationFunctions.Tests.Browser;

/// <summary>What every page is held to would find what is wrong.</summary>
[Category("Browser")]
[Order(0)]
public class GuardsTests
{
    private const string Faulty = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Faulty</title></head>
        <body><a href="/">Outside every landmark</a><main><h1>One</h1><label>Name</label><input type="text"><p style="color:#bbb">Pale</p></main></body></html>
        """;

    [Test]
    public async Task Axe_finds_a_box_without_a_label_pale_words_and_what_is_outside_the_landmarks()
    {
        await using var service = await LiveService.OpenAsync();
        var found = await (await Inspector.OfAsync(Guise.Phone)).LookAsync(new Uri($"{service.Url}/faulty"), Encoding.UTF8.GetBytes(Faulty), Guise.Phone);
        Assert.That(found, Has.Some.Contains("axe label").And.Some.Contains("axe color-contrast").And.Some.Contains("axe region"));
    }

    [Test]
    public async Task The_validator_finds_what_a_browser_puts_right_in_silence()
    {
        using var folder = new Service.TestFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "faulty.html"), Faulty.Replace("<h1>One</h1>", "<p><h1>One</h1></p>", StringComparison.Ordinal));
        Assert.That(await HtmlValidator.CheckAsync(folder.Path), Does.Contain("faulty.html").And.Contain("<p>"));
    }
}

using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Microsoft.Extensions.DependencyInjection;

namespace EscalationFunctions.Tests.Browser;

/// <summary>How people come in, seen from a browser.</summary>
[Category("Browser")]
[Order(1)]
public class SignInBrowserTests
{
    private LiveService service = null!;

    [OneTimeSetUp]
    public async Task Open() => service = await LiveService.OpenAsync();

    [OneTimeTearDown]
    public async Task Close() => await service.DisposeAsync();

    [TearDown]
    public void Every_page_was_sound() => Assert.That(Visits.TakeFaults(), Is.Empty);

    [TestCaseSource(nameof(Registered))]
    public async Task Registered_person(object guise)
    {
        await using var keziah = await Person.ComesAsync(service, "keziah.foxcombe@example.org", (Guise)guise);
        await keziah.GoAsync("/severnside/differences");
        Assert.That(keziah.Heading, Is.EqualTo("What is your work email address?"));
        await keziah.PressAsync("Send me a code");
        await keziah.SeesAsync("There is a problem", "Enter your email address");
        await keziah.FillAsync("What is your work email address?", keziah.Email);
        await keziah.EnterCodeAfterAsync(() => keziah.PressAsync("Send me a code"));
        Assert.That(new Uri(keziah.Page.Url).AbsolutePath, Is.EqualTo("/severnside/differences"), "where she was going");
        await keziah.SeesAsync("Keziah Foxcombe");
        await keziah.PressAsync("Sign out");
        Assert.That(keziah.Heading, Is.EqualTo("You have signed out"));
        await keziah.GoAsync("/severnside/differences");
        Assert.That(keziah.Heading, Is.EqualTo("What is your work email address?"));
    }

    [TestCaseSource(nameof(OfADomain))]
    public async Task Of_a_domain(object guise)
    {
        var services = service.App.Services;
        var council = (await services.GetRequiredService<BoardRooms>().OfAsync(LiveService.Severnside, default)).FindAgency("severnside-council")!;
        var domain = $"{((Guise)guise).Name}.example.org";
        await services.GetRequiredService<Registrar>().PutAgencyAsync(
            LiveService.Severnside, council.Id, council.Name, council.Sector, new([domain]), null, default);
        await using var noor = await Person.ComesAsync(service, $"noor.haddad@{domain}", (Guise)guise);
        await noor.SignInAsync(LiveService.Severnside);
        Assert.That(noor.Heading, Is.EqualTo("Who you are"));
        await noor.PressAsync("Continue");
        await noor.SeesAsync("There is a problem", "Enter your name", "Enter your role");
        await noor.FillAsync("Your name", "Noor Haddad");
        await noor.FillAsync("Your role", "social worker");
        await noor.PressAsync("Continue");
        Assert.That(noor.Heading, Is.EqualTo("Your differences"));
        await noor.SeesAsync("Noor Haddad");
    }

    [Test]
    public async Task Codes_cannot_be_guessed_for_long_and_the_page_says_so()
    {
        await using var leila = await Person.ComesAsync(service, "leila.adeyinka@example.org", Guise.Phone);
        await leila.GoAsync("/severnside/sign-in");
        await leila.FillAsync("What is your work email address?", leila.Email);
        string[] before = [.. service.Post.To(leila.Email).Select(l => l.File)];
        await leila.PressAsync("Send me a code");
        var right = (await service.Post.ArrivesAsync(leila.Email, before, default)).Code;
        foreach (var said in (string[])["You can try 4 more times", "You can try 3 more times", "You can try 2 more times", "You can try once more", "Too many wrong codes were entered. Ask for a new one"])
        {
            await leila.AnswerAsync("Enter the code that we sent you", right == "000000" ? "111111" : "000000");
            await leila.SeesAsync(said);
        }

        await leila.AnswerAsync("Enter the code that we sent you", right);
        Assert.That(leila.Heading, Is.EqualTo("Enter the code that we sent you"), "the right one is good no more");
    }

    [Test]
    public async Task A_mailbox_is_not_flooded_with_codes_and_the_page_says_when_to_ask_again()
    {
        await using var jamal = await Person.ComesAsync(service, "jamal.wetherall@example.org", Guise.Phone);
        for (var asked = 0; asked <= 5; asked++)
        {
            await jamal.GoAsync("/severnside/sign-in");
            await jamal.FillAsync("What is your work email address?", jamal.Email);
            await jamal.PressAsync("Send me a code");
        }

        await jamal.SeesAsync("Too many codes were asked for. You can ask for another at");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await service.PostIsOutAsync(patience.Token);
        Assert.That(service.Post.To(jamal.Email).Count(), Is.EqualTo(5));
    }

    private static IEnumerable<TestCaseData> OfADomain() => Guise.Both("Somebody_of_an_organisation_whose_people_may_raise_says_who_they_are");

    private static IEnumerable<TestCaseData> Registered() => Guise.Both("Somebody_who_is_registered_comes_in_by_a_code_and_goes_where_they_were_going");
}

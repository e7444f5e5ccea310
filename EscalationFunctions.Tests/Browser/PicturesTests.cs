using Escalation.Core.Differences;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tests.Browser;

/// <summary>Takes the pictures of the README anew, of the service as it is: docs/pictures/retake.</summary>
[Category("Pictures")]
[Explicit("It rewrites docs/pictures.")]
public class PicturesTests
{
    [Test]
    public async Task A_manager_comes_by_their_letter_and_sees_what_waits_for_them()
    {
        await using var service = await LiveService.OpenAsync();
        var reference = await RaiseAsync(service);
        await service.UntilNextDueAsync();
        await service.UntilNextDueAsync();
        await service.PostIsOutAsync(default);
        await using var keziah = await Person.ComesAsync(service, "keziah.foxcombe@example.org", Guise.Desktop with { Width = 1000 });
        await keziah.OpenLatestLetterAsync();
        await TakeAsync(keziah, "link");
        await keziah.SignInAsync(LiveService.Severnside);
        await TakeAsync(keziah, "list");
        await keziah.FollowAsync(reference);
        await TakeAsync(keziah, "difference", height: 1500);
    }

    private static async Task<string> RaiseAsync(LiveService service)
    {
        var by = new Actor.Worker("Quentin Pellworthy", "support worker", "open-door");
        var concern = new Escalation.Core.Differences.Concern("invented", "A man who neglects himself was discharged after two missed visits.", "The nurses visit together with somebody whom he trusts.");
        var raise = new Command.Raise("", concern, ["tideway-community-health"], [], service.Now, new Escalation.Core.Differences.Person("Quentin Pellworthy", "support worker", "quentin@example.org"), []);
        var raised = (Reply.Done)await service.Desk.RaiseAsync(LiveService.Severnside, by, raise, null, default);
        return raised.Opened.Standing.Reference;
    }

    private static async Task TakeAsync(Person person, string name, int height = 900)
    {
        await person.Page.SetViewportSizeAsync(1000, height);
        await person.Page.ScreenshotAsync(new() { Path = Repository.PathTo($"docs/pictures/{name}.png") });
    }
}

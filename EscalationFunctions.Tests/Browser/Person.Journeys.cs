using Microsoft.Playwright;

namespace EscalationFunctions.Tests.Browser;

/// <summary>The acts that both stories have in common, as a person goes through their pages.</summary>
internal sealed partial class Person
{
    /// <summary>From "Raise a difference" to the confirmation.</summary>
    /// <param name="screening">How many questions stand before it, all of them answered no.</param>
    public async Task RaiseAsync(int screening, string against, Concern concern)
    {
        await FollowAsync("Raise a difference");
        Assert.That(Heading, Is.EqualTo("Before you begin"));
        await PressAsync("Continue");
        for (var i = 0; i < screening; i++) await PickAsync(Heading, "No");
        await TickAsync(against);
        await PressAsync("Continue");
        if (Heading == "Is any other organisation involved? (optional)") await PressAsync("Continue");
        await AnswerAsync("What reference does your own record use for the adult?", concern.Reference);
        await AnswerAsync("What was decided or done, and why do you think it wrong or unsafe?", concern.Summary);
        await AnswerAsync("What should happen?", concern.Wanted);
        await PickAsync("What is the main reason for the difference?", concern.Reason);
        await PickAsync("When was the concern first considered?", "Now: I have only just come to it");
        await PickAsync("Is the adult at immediate risk?", "No");
        await PickAsync("Who is raising it?", "I do");
        await SeesAsync("Check your answers", concern.Summary, concern.Wanted);
        await SendAsync("Send it", "The difference has been raised");
        await SeesAsync("Reference", "What happens next");
    }

    /// <summary>Goes from the difference's page to what is offered there under these words.</summary>
    public async Task TakeUpAsync(string offer)
    {
        var link = Page.GetByRole(AriaRole.Main).GetByText(offer, new() { Exact = true });
        await LoadAsync(() => link.First.ClickAsync());
    }

    /// <summary>Sends what was answered, past the page that stands before something final, and with a new code where the last is too old.</summary>
    public async Task SendAsync(string button, string done)
    {
        await PressAsync(button);
        if (Heading != done && await Button(button).CountAsync() > 0) await PressAsync(button);
        if (Heading == "What is your work email address?")
        {
            await FillAsync("What is your work email address?", Email);
            await EnterCodeAfterAsync(() => PressAsync("Send me a code"));
            if (Heading != done) await PressAsync(button);
        }

        Assert.That(Heading, Is.EqualTo(done), await TextAsync());
    }

    public async Task DiscussAsync(string with, string? step = null)
    {
        await TakeUpAsync("Record a discussion");
        if (step is not null) await PickAsync("What was it?", step);
        await FillAsync("Who took part?", with);
        await FillAsync("What were the views?", "The ward needs the bed. We do not think that she is safe at home.");
        await FillAsync("What came of it?", "No agreement.");
        await PressAsync("Continue");
        await SendAsync("Put it on the record", "The discussion is on the record");
    }

    /// <summary>From the page with the questions about an outcome to the confirmation.</summary>
    public async Task ProposeAsync(string outcome, (string What, string Agency, string Owner, DateOnly Due)? action = null, bool affirms = false)
    {
        await TakeUpAsync("Propose an outcome");
        await AnswerAsync("What outcome do you propose?", outcome);
        await ActionAsync(action);
        await AnswerAsync("How will anything that stays open be pursued?", "Nothing stays open.");
        if (affirms)
        {
            await TickAllAsync();
            await PressAsync("Continue");
        }

        await SeesAsync(outcome);
        await SendAsync("Send the proposal", "Your proposal has gone to the others");
    }

    public async Task ActionAsync((string What, string Agency, string Owner, DateOnly Due)? action)
    {
        await PickAsync("Does somebody have to do something?", action is null ? "No" : "Yes");
        if (action is not { } agreed) return;
        await FillAsync("What will be done?", agreed.What);
        await ChooseAsync(agreed.Agency, "Which organisation takes it on?");
        await FillAsync("Who will do it?", agreed.Owner);
        await DayAsync("By when?", agreed.Due);
        await PressAsync("Continue");
        await PickAsync("Does anybody have to do something else?", "No");
    }

    /// <summary>Fills one part of a form from its list of tasks.</summary>
    public async Task FillPartAsync(string part, string text)
    {
        await FollowAsync(part);
        await FillAsync(part, text);
        await PressAsync("Save");
        if (await Button("Save my change").CountAsync() > 0) await PressAsync("Save my change");
        await SeesAsync("Done");
    }

    public async Task SignAsync(string signature, string designation)
    {
        await FollowAsync(signature);
        await PressAsync("Continue");
        await SeesAsync("There is a problem", "Enter the capacity in which you sign");
        await FillAsync("In what capacity do you sign?", designation);
        await TickAllAsync();
        await PressAsync("Continue");
        await SeesAsync("Check before you sign", designation);
        await PressAsync("Sign the form");
        await SeesAsync("Done", "Your signature is on the form");
    }
}

/// <summary>What a difference is about, in the words of whoever raises it.</summary>
internal sealed record Concern(string Reference, string Summary, string Wanted, string Reason);

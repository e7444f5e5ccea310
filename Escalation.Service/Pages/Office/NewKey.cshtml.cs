using Escalation.Core;
using Escalation.Core.Calendar;
using Escalation.Service.Access;
using Escalation.Service.Directory;
using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Pages.Office;

/// <summary>
/// "Their system needs a key." The secret stands in the answer to the form and nowhere else: a redirect would have to carry it in an address or
/// keep it for the next page. A second press of the button meets the rule that two keys for the same are enough.
/// </summary>
internal sealed partial class NewKeyPage(Reception reception, Keys keys, ILogger<NewKeyPage> log) : OfficeForm(reception)
{
    public override string Title => Made is null ? "Give out a key" : "The key was made";

    /// <summary>The key, once it is made.</summary>
    public KeyCreation.Created? Made { get; private set; }

    public override IReadOnlyList<Question> Questions =>
    [
        new Choice("agency", "Whose system is it?",
        [
            .. Room.Agencies.Select(a => new Option(a.Id, a.Name)),
            new Option(DirectoryRules.BoardOffice, "The board office’s own", "It sees everything of the board."),
        ])
        {
            Missing = "Select whose system it is",
        },
        new Choices("scopes", "What does it need the key for?",
            [.. Enum.GetValues<Scope>().Select(s => new Option(s.TextOf(), Sentences.Capital(KeyWords.ScopeOf(s))))])
        {
            Hint = "Give it no more than it needs.",
            Missing = "Select what it needs the key for",
        },
        new Day("expires", "Until which day is it good?")
        {
            Hint = $"At most {KeyRules.MostDaysAhead} days ahead, until {DateWords.Of(LondonTime.DayOf(Now).AddDays(KeyRules.MostDaysAhead))}.",
            Missing = "Enter the last day",
        },
    ];

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Take()) await MakeAsync();
        return Page();
    }

    private async Task MakeAsync()
    {
        var agency = Answers["agency"] == DirectoryRules.BoardOffice ? null : Answers["agency"];
        ValueList<Scope> scopes = [.. Enum.GetValues<Scope>().Where(s => Answers.All("scopes").Contains(s.TextOf()))];
        switch (await keys.CreateAsync(new KeyRequest(Room.Board.Id, agency, scopes, Answers.Day("expires")!.Value), HttpContext.RequestAborted))
        {
            case KeyCreation.Created made:
                Made = made;
                LogMade(made.Key.Id, Room.Board.Id);
                break;
            case KeyCreation.Refused refused:
                foreach (var problem in refused.Problems) Form.Tell(problem.Field, Sentences.Capital(problem.Sentence));
                break;
            default:
                throw new InvalidOperationException("There is no such answer.");
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Key {Key} of board {Board} is made, as the board office asked at the pages")]
    private partial void LogMade(string key, string board);
}

using Escalation.Service.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Pages.Office;

/// <summary>"This key must not work any longer."</summary>
internal sealed partial class OneKeyPage(Reception reception, Keys keys, ILogger<OneKeyPage> log) : OfficePage(reception)
{
    private ApiKey? key;

    public override string Title => $"Key {Key.Id}";

    public ApiKey Key => key ?? throw new InvalidOperationException("The key was not found.");

    public bool IsGood => Key.IsLiveAt(Now);

    public IEnumerable<(string Heading, string Text)> Facts => KeysPage.Columns.Zip(KeyWords.Of(Key, Room, Now)).Skip(1);

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        await keys.RevokeAsync(Room.Board.Id, Key.Id, HttpContext.RequestAborted);
        LogRevoked(Key.Id, Room.Board.Id);
        return LocalRedirect($"{Home}/keys?revoked={Key.Id}");
    }

    protected override async Task<IActionResult?> AdmitAsync()
    {
        if (await base.AdmitAsync() is { } instead) return instead;
        key = (await keys.OfBoardAsync(Room.Board.Id, HttpContext.RequestAborted)).FirstOrDefault(k => k.Id == (string)RouteData.Values["key"]!);
        return key is null ? NotFound() : null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Key {Key} of board {Board} is revoked, as the board office asked at the pages")]
    private partial void LogRevoked(string key, string board);
}

using System.Text.RegularExpressions;
using Escalation.Core;
using Escalation.Service.Access;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;
using Escalation.Service.Directory;
using Escalation.Service.Passes;
using EscalationFunctions.Tests.Service.Api;
using Microsoft.Extensions.Logging;

namespace EscalationFunctions.Tests.Service.Access;

/// <summary>Everything by which people come in, over the real database of an office and a folder that letters are put into.</summary>
internal sealed partial class Doorway : IAsyncDisposable
{
    public const string BoardId = TestOffice.Severnside, Manager = "county-trust-2@example.org", Unknown = "nobody@elsewhere.example.org";

    private readonly TestFolder letters = new();
    private readonly HashSet<string> taken = [];
    private readonly ILoggerFactory loggers;
    private Dispatch dispatch = null!;

    private Doorway(TestOffice office)
    {
        Office = office;
        loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        Build();
    }

    public TestOffice Office { get; }

    public MovableClock Clock => Office.Clock;

    public LogBook Log { get; } = new();

    public PassBook Book { get; } = new(new Seal(TestOffice.Secret));

    public Visitors Visitors { get; private set; } = null!;

    public Profiles Profiles { get; private set; } = null!;

    public SignIns SignIns { get; private set; } = null!;

    public Codes Codes { get; private set; } = null!;

    public Links Links { get; private set; } = null!;

    public LinkCookies Cookies { get; private set; } = null!;

    public static async Task<Doorway> OpenAsync(string at = "2026-04-01T10:00") => new(await TestOffice.OpenAsync(at));

    public async Task RestartAsync()
    {
        await Office.RestartAsync();
        Build();
    }

    public async Task<string> AskAsync(string email) => ((CodeAsked.Asked)await Codes.RequestAsync(BoardId, email, default)).Challenge;

    /// <summary>Asks for a code, and gives back the browser's part and the mailed one.</summary>
    public async Task<(string Challenge, string Code)> CodeForAsync(string email) => (await AskAsync(email), CodeIn((await NewLettersAsync()).Single()));

    public async Task<CodeTried.SignedIn> SignInAsync(string email)
    {
        var (challenge, code) = await CodeForAsync(email);
        return (CodeTried.SignedIn)await Codes.TryAsync(challenge, code, default);
    }

    /// <summary>The letters that were posted since they were last looked at, whole.</summary>
    public async Task<IReadOnlyList<string>> NewLettersAsync()
    {
        await dispatch.SentAsync();
        return [.. System.IO.Directory.GetFiles(letters.Path, "*.eml").Where(taken.Add).Select(File.ReadAllText)];
    }

    public static string CodeIn(string letter) => string.Concat(CodeForm().Match(letter).Groups.Values.Skip(1).Select(g => g.Value));

    /// <summary>A code that is not the right one.</summary>
    public static string Wrong(string code) => code == "000000" ? "000001" : "000000";

    public Task SetDomainsAsync(string agency, params string[] domains) => new Registrar(Office.Rooms, Clock).PutAgencyAsync(
        BoardId, agency, agency, agency switch { "north-council" => "local-authority", "county-trust" => "secondary-health", _ => "police" },
        domains.ToValueList(), null, default);

    public async Task<Opened> OpenedAsync(string difference) => (await Office.Desk.OpenAsync(difference, default))!;

    public async ValueTask DisposeAsync()
    {
        await dispatch.SentAsync();
        await Office.DisposeAsync();
        loggers.Dispose();
        Book.Dispose();
        letters.Dispose();
    }

    private void Build()
    {
        dispatch = new Dispatch(new FolderPostbox(letters.Path, "no-reply@post.example.org", Clock), loggers.CreateLogger<Dispatch>());
        Visitors = new Visitors(Office.Rooms, Clock);
        Profiles = new Profiles(Office.Passes, Book, Clock);
        SignIns = new SignIns(Office.Passes, Book, Clock, loggers.CreateLogger<SignIns>());
        Codes = new Codes(Office.Passes, Book, Visitors, SignIns, Office.Rooms, dispatch, Clock, loggers.CreateLogger<Codes>());
        Links = new Links(Office.Passes, Book, Office.Desk, Office.Rooms, dispatch, Clock, loggers.CreateLogger<Links>());
        Cookies = new LinkCookies(Book, Clock);
    }

    [GeneratedRegex(@"Your code is (\d{3}) (\d{3})")]
    private static partial Regex CodeForm();
}

using System.Globalization;
using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Core.Notices;
using Escalation.Service.Boards;
using Escalation.Service.Delivery;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tests.Service.Delivery;

/// <summary>Letters as they are written about one difference at its second stage, with a meeting to come, whatever is asked for.</summary>
internal sealed class WrittenLetters : IAsyncDisposable
{
    public static readonly Uri Link = new("https://differences.example.org/severnside/l/fTqWk3?from=mail&in=en");

    /// <summary>What a notice of the kind carries beside its kind, where it carries anything.</summary>
    private static readonly Dictionary<NoticeKind, string> Details = new()
    {
        [NoticeKind.Escalated] = "3", [NoticeKind.ContactNeeded] = "county-trust", [NoticeKind.PartyAdded] = "county-police",
        [NoticeKind.DeadlineMoved] = "agreement", [NoticeKind.Flagged] = "cap-passed", [NoticeKind.FormToSign] = "monitoring",
        [NoticeKind.SignatureVoided] = "monitoring", [NoticeKind.FormCopy] = "monitoring", [NoticeKind.FormSigned] = "monitoring", [NoticeKind.RouteChosen] = "panel",
        [NoticeKind.Heard] = "county-trust", [NoticeKind.Redirected] = "single-agency", [NoticeKind.MeetingInvitation] = "m-1",
        [NoticeKind.ForInformation] = "The commissioner's contract and quality officer is told.",
    };

    private readonly TestOffice office;

    private WrittenLetters(TestOffice office, Opened opened, BoardRoom room) => (this.office, Opened, Room) = (office, opened, room);

    public Opened Opened { get; }

    public BoardRoom Room { get; }

    public static async Task<WrittenLetters> OpenAsync()
    {
        var office = await TestOffice.OpenAsync();
        var id = await office.RaiseAsync();
        office.Clock.MoveTo("2026-04-02T17:00");
        await office.DoneAsync(id, Actor.Clock, new Command.LetTimePass());
        var at = LondonTime.At(new DateOnly(2026, 4, 7), new TimeOnly(14, 30));
        var meeting = new Command.ArrangeMeeting("m-1", at, "At Mrs Doe's house", "To see the stairs", ["county-trust", "north-council"]);
        await office.DoneAsync(id, OfficeDays.Asha, meeting);
        await office.DoneAsync(id, OfficeDays.Ben, new Command.Respond("r-1", "The package is not what she needs.", "The review said so."));
        return new WrittenLetters(office, (await office.Desk.OpenAsync(id, default))!, await office.Rooms.OfAsync(TestOffice.Severnside, default));
    }

    public Letter Of(NoticeKind kind, Uri? link = null, Recipient? to = null, IReadOnlyList<string>? alsoTold = null)
    {
        var recipient = to ?? new Recipient.Rung("county-trust", "2");
        var dueAt = kind == NoticeKind.MeetingInvitation ? Opened.Standing.Meetings[0].MeetAt : (DateTimeOffset?)null;
        var notice = new Notice($"{Opened.Standing.Reference}/14/1", kind, recipient, 14, "2", "resolve", dueAt, DetailOf(kind));
        var owed = new Owed(TestOffice.Severnside, Opened.Head.Id, notice, DeliveryState.Waiting, 0, office.Clock.GetUtcNow());
        var addressee = Addressee.Of(recipient, Opened, Room, office.Clock.GetUtcNow());
        return Wording.ToLetter(owed, Wording.ToMessage(owed, Opened, Room), addressee, Opened, Room, office.Clock.GetUtcNow(), link, alsoTold);
    }

    /// <summary>What is said to be somebody's or nobody's is the answer that they gave.</summary>
    private string? DetailOf(NoticeKind kind) => kind is NoticeKind.Confirmation or NoticeKind.Disowned or NoticeKind.DisowningAnswered
        ? Opened.Standing.Deeds[^1].Number.ToString(CultureInfo.InvariantCulture)
        : Details.GetValueOrDefault(kind);

    /// <summary>The difference's reference and id are chance; what is approved has always the same.</summary>
    public string Settled(string text) => text.Replace(Opened.Standing.Reference, "SV-26-AAAAA", StringComparison.Ordinal)
        .Replace(Opened.Head.Id, "difference", StringComparison.Ordinal);

    public ValueTask DisposeAsync() => office.DisposeAsync();
}

using Escalation.Core.Calendar;
using Escalation.Core.Differences;
using Escalation.Service.Access;
using Escalation.Service.Boards;

namespace Escalation.Service.Pages;

/// <summary>What a link asks, and why one is good for nothing any more, in words.</summary>
internal static class LinkWords
{
    public static string AskedBy(LinkTask task) => task switch
    {
        LinkTask.Act => "You are asked to act in a difference",
        LinkTask.ConfirmProposal => "You are asked to agree or disagree with a proposed outcome",
        LinkTask.AgreeTimescale => "You are asked for more time",
        LinkTask.SignForm => "You are asked to sign a form",
        LinkTask.ChooseRoute => "You are asked to choose how it is decided",
        LinkTask.NameContact => "You are asked who acts for an organisation",
        LinkTask.DoAction => "You are asked about an action that was agreed",
        LinkTask.GiveFeedback => "You are asked how well the procedure worked",
        LinkTask.Read => "A difference that you are told about",
        _ => throw new InvalidOperationException($"No words for {task.GetType().Name}."),
    };

    /// <summary>Where it is done, below the difference's address.</summary>
    public static string PathOf(LinkTask task) => task switch
    {
        LinkTask.ConfirmProposal => "/answer",
        LinkTask.AgreeTimescale => "/answer-time",
        LinkTask.SignForm(var form) => $"/forms/{form}",
        LinkTask.NameContact => "/name-contact",
        LinkTask.DoAction => "/complete-action",
        LinkTask.GiveFeedback => "/feedback",
        _ => "",
    };

    public static string TitleOf(LinkView view) => view switch
    {
        LinkView.Superseded => "There is a newer link",
        LinkView.StageMovedOn => "The difference has moved on",
        LinkView.PersonReplaced => "Somebody else acts there now",
        LinkView.Ended => "The difference has ended",
        LinkView.Decided => "It has been done already",
        LinkView.Expired => "This link has expired",
        LinkView.Revoked => "This link was taken back",
        LinkView.Erased => "The record has been erased",
        _ => "This link does not work",
    };

    public static IEnumerable<string> WhyNot(LinkView view, BoardRoom room) => view switch
    {
        LinkView.Superseded(var when) => [$"A newer link for the same was sent to you at {DateWords.Of(when)}. Please use the one in that message."],
        LinkView.StageMovedOn(var stage) =>
            [$"What this link was for belonged to an earlier stage. The difference is now at {StageOf(stage, room)}.", "Nothing that was decided or said before is lost."],
        LinkView.PersonReplaced => ["The link was sent to somebody who acted there before. The person who acts now has their own."],
        LinkView.Ended(var ending, var at) => [$"It was {EndingOf(ending)} at {DateWords.Of(at)}, so there is nothing left to do by this link."],
        LinkView.Decided(var by) => [by is null ? "What this link asks for has been done, or is wanted no longer." : $"{NameOf(by, room)} has done what this link asks for.", "You can still read how it stands."],
        LinkView.Expired(var at) => [$"It was good until {DateWords.Of(at)}."],
        LinkView.Revoked(var at) => [$"It was taken back at {DateWords.Of(at)}, and nobody can use it any more."],
        LinkView.Erased => ["The time for which the record had to be kept is over. There is nothing left to see."],
        _ => ["If you copied the link from a message, check that all of it came over; if your browser keeps no cookies, allow them for this site. Then open the link again."],
    };

    /// <summary>Whether it is of use to have a new one sent.</summary>
    public static bool CanBeSentAnew(LinkView view) => view is LinkView.Superseded or LinkView.StageMovedOn or LinkView.Ended or LinkView.Decided
        or LinkView.Expired or LinkView.PersonReplaced;

    private static string StageOf(string stage, BoardRoom room) =>
        room.Procedures.Select(p => p.FindStage(stage)).FirstOrDefault(s => s is not null) is { } found ? $"stage {found.Id} ({found.Title})" : "another stage";

    private static string EndingOf(Ending ending) => ending switch
    {
        Ending.Closed => "closed",
        Ending.Withdrawn => "withdrawn",
        _ => "sent to where it belongs",
    };

    private static string NameOf(string agencyOrPost, BoardRoom room) =>
        room.FindAgency(agencyOrPost)?.Name ?? room.InForce.Procedure.Officers.FirstOrDefault(o => o.Id == agencyOrPost)?.Title ?? "Somebody who acts for the board";
}

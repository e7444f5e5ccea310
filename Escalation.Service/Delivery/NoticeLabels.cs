using Escalation.Core;
using Escalation.Core.Notices;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;

namespace Escalation.Service.Delivery;

/// <summary>What a notice is called where several are listed, also of a difference that was erased or cannot be read. It names posts and places, never a person.</summary>
internal static class NoticeLabels
{
    /// <summary>"SV-26-K4T9Q/12/3" is of the difference SV-26-K4T9Q.</summary>
    public static string ReferenceOf(Notice notice) => notice.Id.Split('/')[0];

    /// <summary>"Deadline passed".</summary>
    public static string KindOf(NoticeKind kind) => Sentences.Capital(KebabCase.Of(kind).Replace('-', ' '));

    /// <summary>The post or place, never a name: "County Trust (stage 2)".</summary>
    public static string WhomOf(Recipient to, BoardRoom room) => to switch
    {
        Recipient.Rung(var agency, var stage) => $"{room.FindAgency(agency)?.Name ?? agency} (stage {stage})",
        Recipient.TheRaiser => "The worker who raised it",
        Recipient.Supporter => "A supporter of the worker who raised it",
        Recipient.Officer(var officer) => room.InForce.Procedure.TitleOf(new Who(officer)),
        _ => throw new InvalidOperationException($"No words for {to.GetType().Name}."),
    };
}

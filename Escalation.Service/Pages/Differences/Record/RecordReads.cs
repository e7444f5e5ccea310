using Escalation.Service.Access;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Pages.Differences.Record;

/// <summary>Notes who read a record, by ids alone.</summary>
internal sealed partial class RecordReads(ILogger<RecordReads> log)
{
    /// <param name="signIn">It names nobody; who signed in is known as long as it lasts.</param>
    public void Note(string difference, Visitor visitor, SignIn signIn) =>
        Read(difference, visitor.Agency ?? (visitor.IsBoardOffice ? "board-office" : visitor.Officers is [var officer, ..] ? officer : "a supporter"), signIn.Id);

    [LoggerMessage(3, LogLevel.Information, "The record of {Difference} was read by somebody of {Capacity} in sign-in {SignIn}")]
    private partial void Read(string difference, string capacity, string signIn);
}

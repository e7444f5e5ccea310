using Escalation.Service.Access;
using Escalation.Service.Desk;
using Escalation.Service.Retention;
using Microsoft.Extensions.Logging;

namespace Escalation.Service.Pages.Differences.Record;

/// <summary>Notes who read a record at the pages: in the log by ids alone, and for the board office in the record of reads.</summary>
internal sealed partial class RecordReads(ILogger<RecordReads> log, ReadNotes notes)
{
    /// <param name="signIn">It names nobody; who signed in is known as long as it lasts.</param>
    public void Note(string difference, Visitor visitor, SignIn signIn, ReadWay way = ReadWay.Page)
    {
        Read(difference, ReadNotes.CapacityOf(visitor), signIn.Id);
        notes.Note(difference, visitor, way);
    }

    [LoggerMessage(3, LogLevel.Information, "The record of {Difference} was read by somebody of {Capacity} in sign-in {SignIn}")]
    private partial void Read(string difference, string capacity, string signIn);
}

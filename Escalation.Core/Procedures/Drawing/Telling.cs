namespace Escalation.Core.Procedures.Drawing;

/// <summary>
/// How much is said of each stage. What a stage is for goes first when a page is short of room, what binds people goes last; who acts,
/// every deadline and every way on or out are always said. Each case says less than the one before.
/// </summary>
internal enum Telling { Everything, FirstSentences, NoSummaries, NoSteps, WhoAndByWhen }

namespace Escalation.Core.Notices.Words;

/// <summary>A notice in words: a subject and paragraphs of plain English. It names agencies, stages and posts, never the adult or what was said of them.</summary>
/// <param name="Subject">"[SV-26-K4T9Q] Please settle the difference by 5pm on Tuesday 7 April 2026": what is asked, by when.</param>
/// <param name="Urgent">Whether it goes out at once, whatever the hour.</param>
/// <param name="Appointment">What the reader can put into their calendar, if anything.</param>
public sealed record Message(string Subject, ValueList<string> Paragraphs, bool Urgent, Appointment? Appointment = null);

/// <summary>What one kind of notice says: the subject after its reference, and the paragraphs that are its own.</summary>
internal sealed record Saying(string Subject, params string[] Paragraphs);

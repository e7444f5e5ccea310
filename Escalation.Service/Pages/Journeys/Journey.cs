using Escalation.Core.Differences;

namespace Escalation.Service.Pages.Journeys;

/// <summary>
/// What somebody is taken through to one act: questions, a page or a few at a time, then their answers to check, and only then the act.
/// Nothing is recorded before the last page is sent.
/// </summary>
internal abstract class Journey
{
    /// <summary>The last part of its address.</summary>
    public abstract string Path { get; }

    /// <summary>What it is called where it is offered: "Propose an outcome".</summary>
    public abstract string Title(Standpoint at);

    /// <summary>A sentence about it where it is offered; none where the title says it all.</summary>
    public virtual string? About(Standpoint at) => null;

    /// <summary>Whether it is offered to this person as things stand. The rules have the last word when it is sent.</summary>
    public abstract bool IsOffered(Standpoint at);

    /// <summary>
    /// The pages with questions, in order. Which come can depend on earlier answers: they are asked for one after the other, and a page
    /// that does not come leaves nothing behind.
    /// </summary>
    public abstract IEnumerable<Screen> Screens(Standpoint at, Answers answers);

    /// <summary>What the answers, all of them good, come to.</summary>
    public abstract Command ToCommand(Standpoint at, Answers answers, Naming naming);

    /// <summary>The id of the officer for whom the board office records it, or who acts here; none where everybody acts for themselves.</summary>
    public virtual string? OnBehalfOf(Standpoint at) => null;

    /// <summary>What is read out before something final; none where it can be taken back.</summary>
    public virtual Interruption? Interruption(Standpoint at, Answers answers) => null;

    /// <summary>What stands above the answers to check.</summary>
    public virtual string CheckTitle => "Check your answers";

    /// <summary>What the last button says.</summary>
    public virtual string SendLabel(Standpoint at) => "Confirm and send";

    /// <summary>What is said once it is done: "The outcome has been proposed".</summary>
    public abstract string DoneTitle(Standpoint at);
}

/// <summary>A page with questions.</summary>
/// <param name="Id">The last part of its address.</param>
/// <param name="Title">Its heading; none where it has one question, whose label is the heading then.</param>
internal sealed record Screen(string Id, string? Title, params Question[] Questions)
{
    public Screen(string id, Question question)
        : this(id, null, question)
    {
    }

    /// <summary>What is said before the questions.</summary>
    public IReadOnlyList<string> Intro { get; init; } = [];

    /// <summary>Something quoted above the questions, such as the proposal that is being answered: heading and text.</summary>
    public IReadOnlyList<(string Heading, string Text)> Quoted { get; init; } = [];

    /// <summary>Whether the way ends here and nothing can be sent: it says why, and leads out.</summary>
    public bool Ends { get; init; }

    public string Heading => Title ?? Questions[0].Label;
}

/// <summary>A page that stands before something final and binding.</summary>
internal sealed record Interruption(string Title, params string[] Paragraphs);

/// <summary>Gives ids to what an act brings into the world: the same ones when the same answers are sent again.</summary>
internal sealed class Naming(string draft)
{
    public string Id(string of = "") => Desk.Names.IdFor(new Desk.Once("page", $"{draft}/{of}", []));
}

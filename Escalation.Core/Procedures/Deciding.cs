namespace Escalation.Core.Procedures;

[Meaning("How a difference is decided where the parties cannot settle it at a stage.")]
public sealed record Deciding(
    [Meaning("The ways there are. Where there is only one, it is taken without anybody choosing.")] ValueList<Route> Routes,
    [Meaning("Who chooses among them.")] Who? ChosenBy = null,
    [Meaning("Whether it opens at once, or when the parties or a passed deadline have shown that this stage cannot settle it. Unless said: "
        + "when unresolved where the stage has a deadline to settle it, else at once.")]
    Opens? Opens = null,
    [Meaning("Who is told at once when it opens; the board office unless said.")] ValueList<Who>? Tell = null)
{
    public ValueList<Who> Tell { get; init; } = Tell ?? [Who.BoardOffice];
}

public enum Opens
{
    [Meaning("As soon as the stage begins.")] AtOnce,
    [Meaning("When a party reports that it is still unresolved, or a deadline to settle it has passed.")] WhenUnresolved,
}

[Meaning("One way to a decision, such as mediation or a panel.")]
public sealed record Route(
    [Meaning("Small letters, figures and hyphens; not twice in its list.")] string Id,
    [Meaning("What it is called.")] string Title,
    [Meaning("Who decides, or who mediates.")] Who Authority,
    [Meaning("True where the decision is final and binds every party. Otherwise the parties confirm or dispute it.")] bool Binding,
    [Meaning("Whose agreement a decision needs; the authority's alone, unless said.")]
    DecidedBy DecidedBy = DecidedBy.Authority,
    [Meaning("Who must sit on the panel; leave it out where there is none.")] Composition? Composition = null,
    [Meaning("True where every party must have been heard before there is a decision.")] bool PartiesHeard = false);

public enum DecidedBy
{
    [Meaning("The authority decides, in its own way.")] Authority,
    [Meaning("More than half of the agencies on the panel agree.")] Majority,
    [Meaning("Every agency on the panel agrees.")] Unanimity,
    [Meaning("Every agency in dispute agrees, and every agency on the panel if there is one.")] Consensus,
}

[Meaning("Who must sit on a panel.")]
public sealed record Composition(
    [Meaning("From how many different member agencies its members must come at least.")] [Between(2, 20)] int Agencies,
    [Meaning("True where the agencies in dispute must be among them.")] bool PartiesIncluded = false,
    [Meaning("The posts that members are drawn from; from anywhere unless said.")] ValueList<string>? Pool = null,
    [Meaning("True where a panel without any agency that is not in dispute is pointed out. It is never forbidden.")] bool NeutralWanted = true,
    [Meaning("True where no member comes from an agency in dispute.")] bool PartiesExcluded = false)
{
    public ValueList<string> Pool { get; init; } = Pool ?? [];
}

[Meaning("What it takes to close a difference. Beside this, the worker who raised it must have been told and the written outcome sent to every "
    + "party: that holds for every procedure.")]
public sealed record Closing(
    [Meaning("Who must confirm a proposed outcome.")] ConfirmedBy ConfirmedBy,
    [Meaning("What each of them affirms with it, such as that they had the information they needed.")] ValueList<Statement>? Statements = null)
{
    public ValueList<Statement> Statements { get; init; } = Statements ?? [];
}

public enum ConfirmedBy
{
    [Meaning("The raising agency and every responding agency.")] BothSides,
    [Meaning("Every agency that is involved.")] EveryParty,
}

[Meaning("Something that each of those who confirm an outcome affirms with it.")]
public sealed record Statement(
    [Meaning("Small letters, figures and hyphens; not twice in its list.")] string Id,
    [Meaning("What is affirmed, as a sentence.")] string Text);

[Meaning("A form that is filled in and perhaps signed.")]
public sealed record Form(
    [Meaning("Small letters, figures and hyphens; not twice in its list.")] string Id,
    [Meaning("What the form is called.")] string Title,
    [Meaning("What is filled in, in its order.")] ValueList<Field> Fields,
    [Meaning("Whose signatures complete it: always different people of different agencies. An edit voids them. Without any, saying that "
        + "it is complete completes it.")]
    ValueList<Signature>? Signatures = null,
    [Meaning("Who gets a copy when it is complete.")] ValueList<Who>? Copies = null,
    [Meaning("True where it stays open and goes with the difference to the next stage as its report.")] bool CarriedForward = false,
    [Meaning("Where the policy says so.")] string? Clause = null)
{
    public ValueList<Signature> Signatures { get; init; } = Signatures ?? [];

    public ValueList<Who> Copies { get; init; } = Copies ?? [];
}

[Meaning("A field of a form.")]
public sealed record Field(
    [Meaning("Small letters, figures and hyphens; not twice in its list.")] string Id,
    [Meaning("What is asked.")] string Label,
    [Meaning("What is entered; text unless said.")] FieldKind Kind = FieldKind.Text,
    [Meaning("Whether the form is incomplete without it; it is unless said.")] bool Required = true,
    [Meaning("Help for those who fill it in.")] string? Hint = null,
    [Meaning("The choices, where the kind is a choice.")] ValueList<string>? Choices = null);

public enum FieldKind
{
    [Meaning("As many lines as it takes.")] Text,
    [Meaning("A single line.")] Line,
    [Meaning("yyyy-MM-dd")] Date,
    [Meaning("A whole number.")] Number,
    YesNo,
    [Meaning("One of the choices.")] Choice,
    [Meaning("Filled in by the service: the stage at which it was settled.")] StageOfResolution,
    [Meaning("Filled in by the service: whole days from the outset to the settlement.")] DaysTaken,
}

[Meaning("A signature: name, designation, agency and date of somebody at the rung of the stage.")]
public sealed record Signature(
    [Meaning("Small letters, figures and hyphens; not twice in its list.")] string Id,
    [Meaning("As what they sign.")] string Title,
    [Meaning("Which side signs; anybody of a party where it is \"every-party\".")] Who By);

[Meaning("What goes on after closing.")]
public sealed record AfterClosing(
    [Meaning("How often those with unfinished actions are reminded after the date of the action; every 5 working days unless said.")]
    Allowance? ActionsChasedEvery = null,
    [Meaning("True where a reflective debrief is offered.")] bool Debrief = false,
    [Meaning("Who receives safeguarding issues for the board to consider; the board office unless said.")] ValueList<Who>? LearningTo = null,
    [Meaning("True where the parties are asked how well the procedure worked.")] bool Feedback = true)
{
    public Allowance ActionsChasedEvery { get; init; } = ActionsChasedEvery ?? new Allowance.WorkingDays(5);

    public ValueList<Who> LearningTo { get; init; } = LearningTo ?? [Who.BoardOffice];
}

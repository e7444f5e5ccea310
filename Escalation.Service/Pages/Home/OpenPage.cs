namespace Escalation.Service.Pages.Home;

/// <summary>A page of a board that anybody may see.</summary>
internal abstract class OpenPage(Reception reception) : BoardPage(reception)
{
    protected override bool NeedsSignIn => false;
}

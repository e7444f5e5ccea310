using Microsoft.AspNetCore.Http.Extensions;

namespace Escalation.Service.Pages.SigningIn;

/// <summary>A page on the way to being signed in. It remembers where the person was going.</summary>
internal abstract class SignInPage(Reception reception) : BoardPage(reception)
{
    public string? Problem { get; protected set; }

    public IReadOnlyList<(string Sentence, string? Where)> ErrorsAt(string field) => Problem is null ? [] : [(Problem, $"#{field}")];

    public override bool HasErrors => Problem is not null;

    /// <summary>Where the person was going: a page of ours, whatever the address says; none where they came to sign in and for nothing else.</summary>
    public string? Next => Request.Query["next"].ToString() is { Length: > 0 } next && Url.IsLocalUrl(next) ? next : null;

    protected override bool NeedsSignIn => false;

    protected string Keeping(string page) => Next is { } next ? $"{Home}/{page}{new QueryBuilder { { "next", next } }}" : $"{Home}/{page}";

    /// <summary>Where they go once they are in: the board office to what needs somebody today, everybody else to their differences.</summary>
    protected string Onwards(bool isBoardOffice) => Next ?? (isBoardOffice ? Home : $"{Home}/differences");
}

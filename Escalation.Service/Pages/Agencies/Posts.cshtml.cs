using Escalation.Core;
using Escalation.Core.Procedures;
using Escalation.Service.Boards;
using Escalation.Service.Directory;
using Escalation.Service.Pages.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Escalation.Service.Pages.Agencies;

/// <summary>"Who holds the posts that our procedure names?" All of them at once, with those of other versions: differences go on under those.</summary>
internal sealed class PostsPage(Reception reception, BoardRooms rooms, Registrar registrar) : OfficeForm(reception)
{
    public override string Title => "Who holds the board’s posts";

    public long Edition { get; private set; }

    public IReadOnlyList<Officer> Posts => Room.Posts;

    /// <summary>Whether the procedure in force no longer, or not yet, has the post.</summary>
    public bool IsOfAnotherVersion(Officer post) => Room.InForce.Procedure.Officers.All(o => o.Id != post.Id);

    public override IReadOnlyList<Question> Questions => [.. Posts.SelectMany(Of)];

    public IEnumerable<QuestionView> Asked(Officer post) => Of(post).Select(Form.View);

    public async Task<IActionResult> OnGetAsync()
    {
        await LookAsync();
        foreach (var (id, reach) in Room.Board.Officers)
        {
            Answers.Set($"name-{id}", reach.Name);
            Answers.Set($"email-{id}", reach.Email);
            Answers.Set($"phone-{id}", reach.Phone ?? "");
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LookAsync();
        Take();
        foreach (var post in Posts) CheckWhole(post.Id);
        if (HasErrors) return Page();
        var officers = Posts.Where(p => Answers.OrNull($"name-{p.Id}") is not null)
            .Select(p => new OfficerInPost(p.Id, new Reach(Answers[$"name-{p.Id}"], Answers[$"email-{p.Id}"], Answers.OrNull($"phone-{p.Id}")))).ToValueList();
        var outcome = await registrar.SetOfficersAsync(Room.Board.Id, officers, Seen, HttpContext.RequestAborted);
        if (outcome is Registered<Board>.Done) return LocalRedirect($"{Home}/agencies");
        TellOf(outcome);
        return Page();
    }

    private static IEnumerable<Question> Of(Officer post) =>
    [
        new Line($"name-{post.Id}", "Name", "off") { Optional = true },
        new Line($"email-{post.Id}", "Work email", "off") { Optional = true, IsEmail = true },
        new Line($"phone-{post.Id}", "Work telephone", "off") { Optional = true, Width = "20" },
    ];

    private void CheckWhole(string post)
    {
        var (name, email, phone) = (Answers.OrNull($"name-{post}"), Answers.OrNull($"email-{post}"), Answers.OrNull($"phone-{post}"));
        if (name is null && (email ?? phone) is not null) Form.Tell($"name-{post}", "Enter the name, or leave the whole post empty");
        if (email is null && (name ?? phone) is not null) Form.Tell($"email-{post}", "Enter the work email, or leave the whole post empty");
        if (phone is not null && !Plausible.Phone(phone)) Form.Tell($"phone-{post}", "Enter a telephone number, like 01632 960 001");
    }

    private async Task LookAsync() => Edition = (await rooms.PapersAsync(HttpContext.RequestAborted))[(Room.Board.Id, Drawers.Board, Room.Board.Id)].Edition;
}

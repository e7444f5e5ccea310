using System.Collections;
using System.Reflection;
using System.Text.Json;
using Escalation.Core;
using Escalation.Core.Differences;
using Escalation.Core.Notices;
using EscalationFunctions.Tests.Core.Differences;

namespace EscalationFunctions.Tests.Core.Notices;

/// <summary>What holds of every notice of differences that are told from beginning to end.</summary>
public sealed class WholeStoryTests
{
    /// <summary>Asked of those who hold something, or sent where the procedure says: not for everybody.</summary>
    private static readonly NoticeKind[] ToSomeOnly =
    [
        NoticeKind.DutyAsked, NoticeKind.Reminder, NoticeKind.DeadlinePassed, NoticeKind.Chase, NoticeKind.ContactNeeded, NoticeKind.FormToSign,
        NoticeKind.SignatureVoided, NoticeKind.FormCopy, NoticeKind.ActionOverdue, NoticeKind.FeedbackAsked, NoticeKind.Learning, NoticeKind.ForInformation,
        NoticeKind.Confirmation,
    ];

    [Test]
    public void Every_kind_of_notice_is_sent_in_one_of_them() =>
        Assert.That(Enum.GetValues<NoticeKind>().Except(WholeStories.All.SelectMany(s => s.AllNotices()).Select(n => n.Kind)), Is.Empty);

    [Test]
    public void No_two_notices_have_the_same_id() =>
        Assert.That(WholeStories.FourStagesToAPanelAndBack.AllNotices().Select(n => n.Id), Is.Unique);

    [Test]
    public void The_record_as_it_is_stored_asks_for_the_same_notices_under_the_same_ids()
    {
        var story = WholeStories.FourStagesToAPanelAndBack;
        var stored = story.Record.Select(FactJson.Write).Select(FactJson.Read).ToList();

        Assert.That(Telling.AllNotices(stored, story.Terms.Procedure), Is.EqualTo(story.AllNotices()));
    }

    [Test]
    public void An_id_is_the_reference_the_entry_and_its_place() =>
        Assert.That(WholeStories.FourStagesToAPanelAndBack.AllNotices().Take(4).Select(n => n.Id), Is.EqualTo(new[] { "D-1/1/1", "D-1/2/1", "D-1/2/2", "D-1/2/3" }));

    [Test]
    public void The_worker_who_raised_it_hears_of_every_step() =>
        Assert.That(
            from notice in WholeStories.FourStagesToAPanelAndBack.AllNotices()
            where !ToSomeOnly.Contains(notice.Kind) && notice.To is Recipient.Rung
            group notice by (notice.Entry, notice.Kind) into step
            select step.Key,
            Is.SubsetOf(Heard(WholeStories.FourStagesToAPanelAndBack, "raiser")
                // What an agency that became a party is asked, the worker was told when the stage began.
                .Append((EntryOf<Fact.PartyAdded>(), NoticeKind.StageEntered)).Append((EntryOf<Fact.ContactNominated>(), NoticeKind.StageEntered))));

    [Test]
    public void A_supporter_gets_what_the_worker_who_raised_it_gets_from_the_moment_when_they_stand_by_them()
    {
        var story = WholeStories.FourStagesToAPanelAndBack;
        var since = EntryOf<Fact.SupporterAdded>();

        Assert.That(Heard(story, "supporter sam").Where(h => h.Kind != NoticeKind.Supporting),
            Is.EqualTo(Heard(story, "raiser").Where(h => h.Entry > since)));
    }

    [Test]
    public void A_supporter_who_was_removed_hears_no_more() =>
        Assert.That(Heard(WholeStories.FourStagesToAPanelAndBack, "supporter tess").Select(h => h.Kind), Is.EqualTo(new[] { NoticeKind.Supporting }));

    [Test]
    public void No_notice_carries_personal_data()
    {
        var personal = WholeStories.All.SelectMany(s => s.Record).SelectMany(e => PersonalData(e)).ToList();
        var notices = WholeStories.All.SelectMany(s => s.AllNotices()).Select(n => JsonSerializer.Serialize(n)).ToList();

        Assert.That(Members().Except(personal.Select(p => p.Member)), Is.Empty, "every personal member is filled in somewhere");
        foreach (var value in personal.Select(p => p.Value).Distinct()) Assert.That(notices, Has.None.Contains(value));
    }

    private static IEnumerable<(int Entry, NoticeKind Kind)> Heard(Story story, string who) =>
        story.AllNotices().Where(n => Telling.InShort(n.To) == who).Select(n => (n.Entry, n.Kind));

    private static int EntryOf<T>() where T : Fact => WholeStories.FourStagesToAPanelAndBack.Record.First(e => e.Fact is T).Number;

    private static IEnumerable<string> Members() => typeof(Fact).Assembly.GetTypes().SelectMany(t => t.GetProperties()).Where(IsPersonal).Select(Name).Distinct();

    private static IEnumerable<(string Member, string Value)> PersonalData(object value) => value switch
    {
        string => [],
        IEnumerable list => list.Cast<object>().SelectMany(PersonalData),
        _ when value.GetType().Assembly != typeof(Fact).Assembly => [],
        _ => value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0).SelectMany(p => PersonalData(p, p.GetValue(value))),
    };

    private static IEnumerable<(string Member, string Value)> PersonalData(PropertyInfo property, object? value) => (IsPersonal(property), value) switch
    {
        (_, null or "") => [],
        (true, string text) => [(Name(property), text)],
        (_, { } other) => PersonalData(other),
    };

    private static bool IsPersonal(PropertyInfo property) => property.IsDefined(typeof(PersonalAttribute));

    private static string Name(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";
}

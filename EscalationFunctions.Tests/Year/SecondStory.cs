using System.Text.Json;

namespace EscalationFunctions.Tests.Year;

/// <summary>Reads one record, line by line, and tells the second count what happened.</summary>
internal sealed class SecondStory(SecondCount count)
{
    private readonly Dictionary<string, (DateOnly Due, bool Done)> actions = [];
    private readonly Dictionary<string, List<(string Id, DateOnly Due)>> proposed = [];
    private JsonElement[] record = [];
    private string reason = "none", sector = "", procedure = "";
    private DateTimeOffset outset;
    private bool staged, clocked, ended;
    private (string Of, string Stage, string By, DateTimeOffset At)? outcome;

    public void Read(JsonElement[] lines)
    {
        record = lines;
        for (var i = 0; i < lines.Length; i++) Read(lines[i], lines[i].GetProperty("fact"), i);
    }

    private void Read(JsonElement line, JsonElement fact, int place)
    {
        var at = line.GetProperty("at").GetDateTimeOffset();
        var day = SecondCount.DayOf(at);
        switch (fact.GetProperty("fact").GetString())
        {
            case "raised": Raise(fact, day); break;
            case "party-added": Party(fact.GetProperty("party"), day); break;
            case "immediate-risk-marked":
                count.Add(day, staged ? "summary/risk-marked/0" : "summary/raised-at-risk/0");
                break;
            case "stage-entered":
                if (!staged) count.Add(day, $"began-at/{Text(fact, "stage")}/0");
                staged = true;
                break;
            case "escalated" when staged: count.Add(day, $"taken-further/{Text(fact, "from")}/1"); break;
            case "escalated-by-clock":
                count.Add(day, $"taken-further/{Text(fact, "from")}/0");
                if (!clocked) count.Add(day, "summary/first-by-clock/0");
                clocked = true;
                break;
            case "timescale-agreed":
                var moved = record[place + 1].GetProperty("fact");
                count.Add(day, moved.GetProperty("from").ValueKind == JsonValueKind.Null ? "summary/first-dates/0" : "summary/extensions/0");
                break;
            case "outcome-proposed" or "decision-made":
                proposed[Text(fact, "id")] = [.. fact.GetProperty("actions").EnumerateArray().Select(a => (Text(a, "id"), Day(a, "due")))];
                break;
            case "outcome-settled": Settle(fact, at, day); break;
            case "disowning-answered" when !fact.GetProperty("stands").GetBoolean(): TakeBack(fact.GetProperty("entry").GetInt32(), day); break;
            case "closed": Close(day); break;
            case "withdrawn": End(day, "ended/withdrawn/0"); break;
            case "redirected":
                if (!staged) count.Add(day, "began-at/none/0");
                End(day, "ended/redirected/0");
                break;
            case "reopened":
                count.Add(day, "summary/reopened/0");
                count.AddLevel(day, "summary/open/0", 1);
                (ended, outcome) = (false, null);
                break;
            default: Others(fact, day); break;
        }
    }

    private void Others(JsonElement fact, DateOnly day)
    {
        switch (fact.GetProperty("fact").GetString())
        {
            case "form-submitted": count.Add(day, $"forms/{Text(fact, "form")}/0"); break;
            case "feedback-given":
                count.Add(day, $"effectiveness/{fact.GetProperty("effectiveness").GetInt32()}/0");
                count.Add(day, "summary/feedback/0");
                break;
            case "learning-passed":
                count.Add(day, $"learning-reasons/{reason}/0");
                count.Add(day, $"learning-sectors/{sector}/0");
                break;
            case "debrief-recorded": count.Add(day, $"debriefs/{Text(fact, "step")}/0"); break;
            case "flagged": count.Add(day, $"flags/{Text(fact, "for")}/0"); break;
            case "contact-missing": count.Add(day, "flags/no-contact/0"); break;
            case "action-completed":
                var (due, _) = actions[Text(fact, "action")];
                actions[Text(fact, "action")] = (due, true);
                count.Add(day, day > due ? "actions/done-late/0" : "actions/done-in-time/0");
                count.AddLevel(day, "actions/open/0", -1);
                break;
            case "action-changed":
                count.Add(actions[Text(fact, "action")].Due, "actions/due/0", -1);
                count.Add(Day(fact, "due"), "actions/due/0");
                actions[Text(fact, "action")] = (Day(fact, "due"), false);
                break;
        }
    }

    private void Raise(JsonElement fact, DateOnly day)
    {
        (outset, procedure) = (fact.GetProperty("outset").GetDateTimeOffset(), Text(fact, "procedure"));
        if (fact.GetProperty("concern").TryGetProperty("reason", out var given)) reason = given.GetString()!;
        count.Add(day, "summary/raised/0");
        count.Add(day, $"reasons/{reason}/0");
        count.AddLevel(day, "summary/open/0", 1);
        foreach (var party in fact.GetProperty("parties").EnumerateArray()) Party(party, day);
    }

    private void Party(JsonElement party, DateOnly day)
    {
        var column = Array.IndexOf(["raising", "responding", "involved"], Text(party, "side"));
        if (column == 0) sector = Text(party, "sector");
        count.Add(day, $"agencies/{Text(party, "sector")}/{Text(party, "agency")}/{column}");
        count.Add(day, $"sectors/{Text(party, "sector")}/{column}");
    }

    private void Settle(JsonElement fact, DateTimeOffset at, DateOnly day)
    {
        outcome = (Text(fact, "of"), Text(fact, "stage"), Text(fact, "by"), at);
        foreach (var (id, due) in proposed[Text(fact, "of")])
        {
            actions[id] = (due, false);
            count.Add(due, "actions/due/0");
            count.AddLevel(day, "actions/open/0", 1);
        }
    }

    /// <summary>What was not theirs is void, and with it an outcome that rested on it, while the difference is open.</summary>
    private void TakeBack(int entry, DateOnly day)
    {
        var fact = record[entry - 1].GetProperty("fact");
        var about = fact.GetProperty("fact").GetString() switch
        {
            "outcome-proposed" or "decision-made" => Text(fact, "id"),
            "outcome-confirmed" => Text(fact, "proposal"),
            _ => null,
        };
        if (ended || outcome is not { } settled || settled.Of != about) return;
        foreach (var (id, _) in proposed[settled.Of])
        {
            if (!actions.Remove(id, out var action) || action.Done) continue;
            count.Add(action.Due, "actions/due/0", -1);
            count.AddLevel(day, "actions/open/0", -1);
        }

        outcome = null;
    }

    private void Close(DateOnly day)
    {
        var (_, stage, by, at) = outcome!.Value;
        End(day, "ended/settled/0");
        count.Add(day, $"settled-by/{by}/0");
        count.Add(day, $"settled-at/{stage}/0");
        count.AddSettled(day, outset, at, procedure == "south-gloucestershire-sab");
    }

    private void End(DateOnly day, string how)
    {
        ended = true;
        count.Add(day, how);
        count.Add(day, "summary/ended/0");
        if (clocked) count.Add(day, "summary/ended-after-clock/0");
        count.AddLevel(day, "summary/open/0", -1);
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static DateOnly Day(JsonElement of, string name) => DateOnly.ParseExact(Text(of, name), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

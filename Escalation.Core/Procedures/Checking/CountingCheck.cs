namespace Escalation.Core.Procedures;

/// <summary>Every deadline counts from something that can happen before it.</summary>
internal static class CountingCheck
{
    public static IEnumerable<Problem> Of(Procedure procedure) =>
        from rule in Rule.AllOf(procedure)
        let what = rule.Deadline.From.MetDeadline is { } met ? AfterAnother(rule, met) : AfterHappening(procedure, rule)
        where what is not null
        select new Problem($"{rule.Path}.from", what);

    private static string? AfterHappening(Procedure procedure, Rule rule)
    {
        var from = rule.Deadline.From.What!.Value;
        var name = $"\"{rule.Deadline.From}\"";
        if (Possible.EndsEverything(from)) return $"is {name}, with which every deadline ends; say what happens before, "
            + "such as \"outcome-settled\"";
        if (from is Happening.DeadlinePassed or Happening.Escalated or Happening.ContactMissing or Happening.Waiting
            or Happening.Reopened)
            return $"is {name}, from which nothing counts; say \"stage-entered\", or \"met:\" and the id of another deadline of this stage";
        return Possible.Needs(procedure, rule.Stage, from) is { } needed
            ? $"is {name}, which cannot happen at stage {Sentence.Quoted(rule.Stage.Id)}: it needs {needed}; add that, "
                + "or count from \"stage-entered\""
            : null;
    }

    private static string? AfterAnother(Rule rule, string met)
    {
        var deadlines = rule.Stage.Deadlines;
        if (met == rule.Deadline.Id) return $"is \"met:{met}\", which is this deadline itself; name another one, "
            + "or count from \"stage-entered\"";
        var others = deadlines.Select(d => d.Id).Where(id => id != rule.Deadline.Id).ToList();
        if (!others.Contains(met))
        {
            var right = others.Count == 0
                ? "count from \"stage-entered\""
                : $"name {Sentence.Or(others)}{Sentence.Suggestion(met, others)}";
            return $"is \"met:{met}\", but stage {Sentence.Quoted(rule.Stage.Id)} has no other deadline of that id; {right}";
        }

        return Circle(deadlines, rule.Deadline) is { } circle
            ? $"goes round in a circle ({circle}), so that none of them ever begins; let one of them count from \"stage-entered\""
            : null;
    }

    /// <summary>
    /// The ids from the deadline back to itself. Null where its chain begins somewhere, runs into a circle that it is not in, or goes
    /// through a deadline that stands before it: of each circle, one deadline tells.
    /// </summary>
    private static string? Circle(ValueList<DeadlineRule> deadlines, DeadlineRule start)
    {
        var following = deadlines.SkipWhile(d => d.Id != start.Id).ToList();
        var chain = new List<string> { start.Id };
        for (var at = start; at?.From.MetDeadline is { } met; at = following.FirstOrDefault(d => d.Id == met))
        {
            if (met == start.Id) return string.Join(" → ", [.. chain, met]);
            if (chain.Contains(met)) return null;
            chain.Add(met);
        }

        return null;
    }
}

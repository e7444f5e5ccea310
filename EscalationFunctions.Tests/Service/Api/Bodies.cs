namespace EscalationFunctions.Tests.Service.Api;

/// <summary>What partners say, in JSON.</summary>
internal static class Bodies
{
    public static object Concern(string outset = "2026-04-01T09:30:00+01:00", params string[] responding) => new
    {
        concern = new { adultReference = "N-1234", summary = "The package of care was ended.", desiredOutcome = "Care goes on until a review." },
        responding = responding.Length == 0 ? [TestService.Care] : responding,
        outset,
        raiser = new { name = "Asha Worker", role = "social worker", email = "asha@example.org" },
    };

    public static object Discussion(string? step = null) =>
        new { with = "Cai Carer", views = "Both views.\nIn two lines.", outcome = "No agreement.", step };

    public static object Proposal(params string[] affirmed) =>
        new { outcome = "Care goes on.", outstanding = "None.", actions = new[] { Action() }, affirmed };

    public static object Action() => new { id = "review", what = "Hold the review", agency = TestService.Care, owner = "Dee Manager", due = "2026-05-01" };

    public static object MonitoringForm(string outcome) => new
    {
        entries = new Dictionary<string, string> { ["service-user"] = "N-1234", ["summary"] = "Both agencies' views.", ["outcome"] = outcome },
    };

    public static object Signature(string signature, int edition = 1) => new { signature, designation = "Team manager", edition };

    public static object Decision(params string[] agreedBy) => new
    {
        decision = "Care goes on.", reasons = "The review was not done.", outstanding = "None.", actions = new[] { Action() }, agreedBy,
    };

    public static object Because(string reason = "It is not safe at night.") => new { reason };

    public static object Member(string agency, string post = "Vice chair") => new { name = $"Somebody of {agency}", post, agency };

    /// <summary>The board office, which records what an officer of the board told it.</summary>
    public static object For(string officer) => new { name = "Ida Office", onBehalfOf = officer };
}

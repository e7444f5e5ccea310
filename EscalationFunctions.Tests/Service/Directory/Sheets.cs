using Escalation.Core;
using Escalation.Service.Directory;
using Escalation.Service.Directory.Import;

namespace EscalationFunctions.Tests.Service.Directory;

/// <summary>Directory files of the tests, read against the four stages of South Gloucestershire.</summary>
internal static class Sheets
{
    public const string Header = "agency,agency-name,sector,stage,contact,name,role,email,phone,from,until,deputy,absences,last-confirmed";

    public static readonly DateOnly Today = new(2026, 4, 1);

    public static readonly Ladders FourStages = new(Office.FourStages, [Office.FourStages]);

    public static readonly DirectoryContact Asha =
        new("north-1", "1", "Asha Rill", "Social worker", "asha@example.org", new DateOnly(2025, 1, 1), LastConfirmed: new DateOnly(2026, 3, 2));

    public static readonly DirectoryAgency North = new("north", "North Council", "local-authority", [Asha]);

    public static string Of(params string[] rows) => string.Join('\n', [Header, .. rows]);

    public static DirectoryReading Read(string csv, params DirectoryAgency[] present) => DirectoryImport.Read(present, FourStages, csv, Today);

    public static DirectoryChange Sound(string csv, params DirectoryAgency[] present) => Read(csv, present) switch
    {
        DirectoryReading.Sound(var change) => change,
        DirectoryReading.Unsound(var problems) => throw new AssertionException(string.Join('\n', problems)),
        _ => throw new AssertionException("neither sound nor unsound"),
    };

    public static IEnumerable<string> Problems(string csv, params DirectoryAgency[] present) =>
        ((Read(csv, present) as DirectoryReading.Unsound)?.Problems ?? ValueList<ImportProblem>.Empty).Select(p => p.ToString());
}

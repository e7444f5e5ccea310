using System.Collections;
using System.Runtime.CompilerServices;
using Escalation.Core.Procedures;

namespace EscalationFunctions.Tests.Core.Procedures;

/// <summary>
/// Twelve boards that nobody has, each in the manner of a policy that somebody does have: five and six stages, promises that hang on one
/// another, hours that are hours and hours that are days, mediation that binds nobody. They run without a change to the code.
/// </summary>
public class OtherBoardsTests
{
    [TestCaseSource(nameof(Files))]
    public void Another_boards_procedure_is_read_without_a_problem(string file)
    {
        var reading = ProcedureFile.Read(File.ReadAllText(Path.Combine(Folder(), file)));
        Assert.That(reading, Is.InstanceOf<Reading.Sound>(), () => string.Join('\n', ((Reading.Unsound)reading).Problems));
    }

    [TestCaseSource(nameof(Files))]
    public void A_procedure_file_is_named_for_the_id_and_version_in_it(string file)
    {
        var procedure = Procedure(file);
        Assert.That(file, Is.EqualTo($"{procedure.Id}.v{procedure.Version}.json"));
    }

    // Otherwise a part of the model could be there that no board's policy was ever tried on.
    [TestCaseSource(nameof(Choices))]
    public void Together_they_make_every_choice_that_the_model_offers(Type choice) =>
        Assert.That(Said().Where(v => v.GetType() == choice).Distinct(), Is.EquivalentTo(Enum.GetValues(choice)));

    [TestCaseSource(nameof(Allowances))]
    public void Together_they_say_how_long_in_every_way_there_is(Type allowance) =>
        Assert.That(Said().Select(v => v.GetType()), Has.Member(allowance));

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Folder(), "*.json").Select(f => Path.GetFileName(f)).Order();

    private static IEnumerable<Type> Choices() =>
        [typeof(Band), typeof(Concerned), typeof(ConfirmedBy), typeof(DeadlineKind), typeof(DecidedBy), typeof(FieldKind), typeof(FiguresEvery),
            typeof(FormNeeded), typeof(HeldBy), typeof(HoursAre), typeof(Jumping), typeof(OnExpiry), typeof(Opens)];

    private static IEnumerable<Type> Allowances() => typeof(Allowance).GetNestedTypes();

    private static Procedure Procedure(string file) => ((Reading.Sound)ProcedureFile.Read(File.ReadAllText(Path.Combine(Folder(), file)))).Procedure;

    private static IEnumerable<object> Said() => Files().SelectMany(f => Inside(Procedure(f)));

    /// <summary>Everything in a value of the model: itself, the members of a record, the items of a list.</summary>
    private static IEnumerable<object> Inside(object value) => value switch
    {
        string or Who or CountsFrom => [value],
        IEnumerable list => list.Cast<object>().SelectMany(Inside),
        _ when value.GetType().Namespace != typeof(Procedure).Namespace || value is Enum => [value],
        _ => value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0)
            .Select(p => p.GetValue(value)).OfType<object>().SelectMany(Inside).Prepend(value),
    };

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "other-boards");
}

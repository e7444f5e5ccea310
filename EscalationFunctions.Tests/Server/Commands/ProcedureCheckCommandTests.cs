using Escalation.Core.Procedures;
using Escalation.Server.Commands;
using EscalationFunctions.Tests.Core.Procedures;

namespace EscalationFunctions.Tests.Server.Commands;

public class ProcedureCheckCommandTests
{
    private string folder = "";

    [SetUp]
    public void A_folder_for_the_files() => folder = Directory.CreateTempSubdirectory("procedures").FullName;

    [TearDown]
    public void Is_taken_away() => Directory.Delete(folder, recursive: true);

    [Test]
    public void A_sound_file_is_ok()
    {
        var file = Write("sound.json", SoundFile.Text);
        Assert.That(Check(file), Is.EqualTo((0, $"{file}: ok\n", "")));
    }

    [Test]
    public void Every_problem_of_every_file_is_a_line_of_its_own_and_a_sound_file_is_still_ok()
    {
        var sound = Write("sound.json", SoundFile.Text);
        var spoilt = Write("spoilt.json", SoundFile.Text.Replace("\"adult\"", "\"dog\"").Replace("\"quarter\"", "\"day\""));
        var reasons = $"{spoilt}: $.concerns: is \"dog\" and must be \"adult\", \"child\" or \"adult-or-child\"\n"
            + $"{spoilt}: $.reporting.figures: is \"day\" and must be \"month\", \"quarter\" or \"year\"\n";
        Assert.That(Check(spoilt, sound), Is.EqualTo((1, $"{sound}: ok\n", reasons)));
    }

    [Test]
    public void A_file_that_is_not_there_is_a_reason_and_so_is_a_folder()
    {
        var missing = Path.Combine(folder, "missing.json");
        var (exit, answers, reasons) = Check(missing, folder);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((exit, answers), Is.EqualTo((1, "")));
            Assert.That(reasons.Split('\n'), Is.EqualTo(new[] { $"{missing}: cannot be read: Could not find file '{missing}'.", $"{folder}: cannot be read: Access to the path '{folder}' is denied.", "" }));
        }
    }

    [Test]
    public void A_file_without_end_is_not_read_to_its_end()
    {
        var file = Write("long.json", SoundFile.Text + new string(' ', 3 * ProcedureFile.LongestText));
        Assert.That(Check(file).Reasons, Does.StartWith($"{file}: $: is longer than 1000000 characters"));
    }

    [Test]
    public void Without_a_file_it_is_used_wrongly() => Assert.That(ProcedureCheckCommand.Create().Parse([]).Errors, Has.Count.EqualTo(1));

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Exit, string Answers, string Reasons) Check(params string[] files)
    {
        using var answers = new StringWriter { NewLine = "\n" };
        using var reasons = new StringWriter { NewLine = "\n" };
        var exit = ProcedureCheckCommand.Create().Parse(files).Invoke(new() { Output = answers, Error = reasons });
        return (exit, answers.ToString(), reasons.ToString());
    }
}

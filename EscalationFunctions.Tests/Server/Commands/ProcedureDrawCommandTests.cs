using System.CommandLine;
using Escalation.Server.Commands;
using EscalationFunctions.Tests.Core.Procedures;

namespace EscalationFunctions.Tests.Server.Commands;

public class ProcedureDrawCommandTests
{
    private string _folder = "";

    [SetUp]
    public void MakeAFolder() => _folder = Directory.CreateTempSubdirectory("escalation-draw").FullName;

    [TearDown]
    public void RemoveIt() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_drawing_goes_to_standard_output()
    {
        var (exit, answers, reasons) = Draw(FileWith(SoundFile.Text));
        Assert.That((exit, reasons), Is.EqualTo((0, "")));
        Assert.That(answers, Does.StartWith("<svg ").And.EndWith("</svg>\n"));
    }

    [Test]
    public void Or_to_a_file_which_it_replaces_and_nothing_else_is_left_beside_it()
    {
        var output = Path.Combine(_folder, "drawing.svg");
        File.WriteAllText(output, "an older drawing");
        var (exit, answers, _) = Draw(FileWith(SoundFile.Text), "--output", output);
        Assert.That((exit, answers), Is.EqualTo((0, "")));
        Assert.That(File.ReadAllText(output), Does.StartWith("<svg "));
        Assert.That(Directory.GetFiles(_folder).Select(Path.GetFileName), Is.EquivalentTo(["drawing.svg", "procedure.json"]));
    }

    [Test]
    public void A_file_with_mistakes_is_not_drawn_and_every_mistake_is_told_with_its_place()
    {
        var output = Path.Combine(_folder, "drawing.svg");
        var file = FileWith(SoundFile.Text.Replace("\"concerns\": \"adult\"", "\"concerns\": \"nobody\"").Replace("\"id\": \"complaint\"", "\"id\": 7"));
        var (exit, answers, reasons) = Draw(file, "--output", output);
        Assert.That((exit, answers, File.Exists(output)), Is.EqualTo((1, "", false)));
        Assert.That(reasons.TrimEnd().Split('\n'), Has.Length.EqualTo(2).And.All.StartsWith($"{file}: $."));
    }

    [Test]
    public void A_file_that_is_not_there_is_told_in_one_line()
    {
        var (exit, _, reasons) = Draw(Path.Combine(_folder, "nowhere.json"));
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(reasons.TrimEnd().Split('\n'), Has.Length.EqualTo(1).And.All.Contains("cannot be read"));
    }

    [TestCase("missing/drawing.svg", "there is no such folder.")]
    [TestCase(".", "it is a folder.")]
    public void A_place_that_cannot_be_written_is_told_in_one_line(string place, string why)
    {
        var output = Path.Combine(_folder, place);
        var (exit, _, reasons) = Draw(FileWith(SoundFile.Text), "--output", output);
        Assert.That((exit, reasons.TrimEnd()), Is.EqualTo((1, $"{output}: cannot be written: {why}")));
    }

    private static (int Exit, string Answers, string Reasons) Draw(params string[] arguments)
    {
        var (answers, reasons) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var exit = ProcedureDrawCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = answers, Error = reasons });
        return (exit, answers.ToString(), reasons.ToString());
    }

    private string FileWith(string text)
    {
        var file = Path.Combine(_folder, "procedure.json");
        File.WriteAllText(file, text);
        return file;
    }
}

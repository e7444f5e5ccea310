using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Escalation.Core.Differences;

namespace EscalationFunctions.Tests.Core.Stored;

/// <summary>What was stored once is read for ever: an approved file for every fact, and the list of their names.</summary>
public class StoredFactsTests
{
    private const string Folder = "EscalationFunctions.Tests/Core/Stored/approved";

    private static readonly JsonSerializerOptions Indented = new(FactJson.Options) { WriteIndented = true, NewLine = "\n" };

    [Test]
    public void The_stored_names_are_the_approved_ones() => Approved.Matches(string.Concat(Names().Select(n => $"{n.Name}\n")), $"{Folder}/names.txt");

    [Test]
    public void Every_fact_has_a_stored_name_that_is_its_own() => Assert.Multiple(() =>
    {
        Assert.That(Names().Select(n => n.Type), Is.EquivalentTo(Examples.Facts));
        Assert.That(Names().Select(n => n.Name), Is.Unique.And.All.Match("^[a-z]+(-[a-z]+)*$"));
    });

    [TestCaseSource(nameof(StoredNames))]
    public void A_fact_is_stored_as_approved(string name) =>
        Approved.Matches(JsonSerializer.Serialize(Examples.Full(TypeOf(name)), Indented) + "\n", $"{Folder}/{name}.json");

    [TestCaseSource(nameof(StoredNames))]
    public void A_fact_reads_back_as_it_was_whatever_was_left_out(string name)
    {
        foreach (var entry in new[] { Examples.Full(TypeOf(name)), Examples.Sparse(TypeOf(name)) })
            Assert.That(FactJson.Read(FactJson.Write(entry)), Is.EqualTo(entry));
    }

    [TestCaseSource(nameof(StoredNames))]
    public void A_member_that_nobody_knows_is_refused_when_reading(string name)
    {
        var json = FactJson.Write(Examples.Full(TypeOf(name)));
        Assert.That(() => FactJson.Read(json.Replace($"\"fact\":\"{name}\"", $"\"fact\":\"{name}\",\"surprise\":1", StringComparison.Ordinal)),
            Throws.InstanceOf<JsonException>());
        Assert.That(() => FactJson.Read(json.Replace("{\"number\"", "{\"surprise\":1,\"number\"", StringComparison.Ordinal)), Throws.InstanceOf<JsonException>());
    }

    [TestCaseSource(nameof(StoredNames))]
    public void A_name_that_nobody_knows_is_refused_when_reading(string name)
    {
        var json = FactJson.Write(Examples.Full(TypeOf(name)));
        Assert.That(() => FactJson.Read(json.Replace($"\"fact\":\"{name}\"", "\"fact\":\"told-by-pigeon\"", StringComparison.Ordinal)),
            Throws.InstanceOf<JsonException>());
    }

    [Test]
    public void There_is_no_approved_file_for_a_fact_that_is_gone() =>
        Assert.That(Directory.EnumerateFiles(Repository.PathTo(Folder), "*.json").Select(Path.GetFileNameWithoutExtension), Is.EquivalentTo(StoredNames()));

    private static IEnumerable<string> StoredNames() => Names().Select(n => n.Name);

    private static IEnumerable<(string Name, Type Type)> Names() =>
        typeof(Fact).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => ((string)a.TypeDiscriminator!, a.DerivedType));

    private static Type TypeOf(string name) => Names().First(n => n.Name == name).Type;
}

using Escalation.Service.Access;
using Escalation.Service.Desk;
using Escalation.Service.Pages.Differences.Record;
using Escalation.Service.Passes;
using Escalation.Service.Retention;
using EscalationFunctions.Tests.Service.Api;
using Microsoft.Extensions.Logging;

namespace EscalationFunctions.Tests.Service.Pages.Record;

public class RecordReadsTests
{
    [Test]
    public async Task That_a_record_was_read_is_noted_by_ids_and_without_a_name()
    {
        await using var office = await TestOffice.OpenAsync();
        using var book = new LogBook();
        using var logs = LoggerFactory.Create(b => b.AddProvider(book));
        var visitor = new Visitor("severnside", "pat@example.org", "Pat Example", "manager", "county-trust", ["county-trust-2"], false, []);
        await using var notes = new ReadNotes(office.Journal, new PassBook(new Seal(TestOffice.Secret)), office.Clock, logs.CreateLogger<ReadNotes>());
        new RecordReads(logs.CreateLogger<RecordReads>(), notes).Note("d-1", visitor, new SignIn("s-9", "severnside", "pat@example.org", Via.Code, default, default));
        Assert.That(book.Lines.Single(), Does.Contain("d-1").And.Contain("county-trust").And.Contain("s-9").And.Not.Contain("Pat").And.Not.Contain("@"));
    }
}

using Escalation.Core;

namespace EscalationFunctions.Tests.Core;

[TestFixture]
public sealed class CsvTests
{
    [Test]
    public void What_a_spreadsheet_would_work_out_stays_a_text_and_a_number_below_zero_a_number() => Assert.That(
        Csv.Of(["a"], [["=1+1"], ["+44"], ["-5"], ["-5+2"], ["@x"], ["a \"b\", c"], ["two\nlines"], ["plain - as it is"]]),
        Is.EqualTo("a\r\n'=1+1\r\n'+44\r\n-5\r\n'-5+2\r\n'@x\r\n\"a \"\"b\"\", c\"\r\n\"two\nlines\"\r\nplain - as it is\r\n"));
}

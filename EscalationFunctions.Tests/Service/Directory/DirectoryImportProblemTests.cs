using System.Globalization;
using Escalation.Service.Directory;
using static EscalationFunctions.Tests.Service.Directory.Sheets;

namespace EscalationFunctions.Tests.Service.Directory;

public class DirectoryImportProblemTests
{
    private const string A = "north,North Council,local-authority,1,a,Asha Rill,Worker,asha@example.org";

    [TestCase("", "file: is empty; its first line names the columns: agency, agency-name, sector, stage, contact, name, role, email, phone, from, "
        + "until, deputy, absences, last-confirmed, agency-domains")]
    [TestCase(Header, "file: has no rows below the names of the columns")]
    [TestCase("agency,agency-name,sector,emial\nn,N,police,x",
        "line 1: there is no column \"emial\"; did you mean \"email\"?")]
    [TestCase("agency,agency-name,sector,sector\nn,N,police,police", "line 1: has the column \"sector\" twice")]
    [TestCase("agency-name,sector\nN,police",
        "line 1: lacks the column \"agency\"; the first line names the columns\nline 2, agency: is missing: every row says whose it is")]
    [TestCase("agency,agency-name,sector\nn,N,police,more", "line 2: has \"more\" where there is no column")]
    [TestCase("agency,agency-name,sector\nn,N\uFFFD,police", "file: has characters that are not UTF-8; save it as \"CSV UTF-8\"")]
    [TestCase("agency,agency-name,sector\nn,a\"b,police",
        "line 2: has a quotation mark inside a cell; write it twice, and put the whole cell in quotation marks")]
    public void What_is_wrong_with_the_file_as_a_whole_is_told(string csv, string problems) =>
        Assert.That(Problems(csv), Is.EqualTo(problems.Split('\n')));

    [TestCase("North,N,police", "line 2, agency: \"North\" cannot be taken; an id is up to 80 small letters and figures, with single hyphens between them")]
    [TestCase("board-office,N,police", "line 2, agency: \"board-office\" is the board office itself, which is no agency")]
    [TestCase("n,,police", "line 2, agency-name: is missing: an agency's name is needed")]
    [TestCase("n,N,polise", "line 2, sector: \"polise\" cannot be taken; the procedure has \"local-authority\", \"care-provider\", \"secondary-health\", "
        + "\"primary-care\", \"voluntary\", \"police\" and \"other-agency\"; did you mean \"police\"?")]
    [TestCase("n,N,outside-body",
        "line 2, sector: \"outside-body\" cannot be taken; it is for bodies that a rung of the procedure names, by their id or by exactly their name")]
    [TestCase(A + "\nnorth,South Council", "line 3, agency-name: \"South Council\" differs from line 2, where it is \"North Council\"")]
    [TestCase("north,N,police,9,a,Asha Rill,Worker,asha@example.org",
        "line 2, stage: \"9\" cannot be taken; the procedure has the stages \"1\", \"2\", \"3\" and \"4\"")]
    [TestCase("north,N,police,1,a,,Worker,asha@example.org", "line 2, name: is missing: a name is needed")]
    [TestCase("north,N,police,1,a,Asha Rill,,asha@example.org", "line 2, role: is missing: a role is needed")]
    [TestCase("north,N,police,1,a,Asha Rill,Worker,asha at example",
        "line 2, email: \"asha at example\" cannot be taken; an email address is like name@example.org")]
    [TestCase("north,N,police,1,a,Asha Rill,Worker", "line 2, email: is missing; an email address is like name@example.org")]
    [TestCase(A + ",call me", "line 2, phone: \"call me\" cannot be taken; a telephone number has figures, spaces, brackets and +")]
    [TestCase(A + ",,2026-13-01", "line 2, from: \"2026-13-01\" is no day; write it as 2026-12-31 or 31/12/2026")]
    [TestCase(A + ",,0206-01-01", "line 2, from: 0206-01-01 lies outside the years 1990 to 2100")]
    [TestCase(A + ",,2026-05-02,2026-05-01", "line 2, until: 2026-05-01 is before the first day, 2026-05-02")]
    [TestCase(A + ",,,,a", "line 2, deputy: nobody is their own deputy; name another contact of the agency, or nobody")]
    [TestCase(A + ",,,,nobody", "line 2, deputy: \"nobody\" is no contact of \"north\"; a deputy is of the same agency")]
    [TestCase(A + ",,,,,2026-12-24..Easter",
        "line 2, absences: \"2026-12-24..Easter\" is no absence; write it as 2026-12-21..2027-01-02, and \"; \" before the next")]
    [TestCase(A + ",,,,,2027-01-02..2026-12-21", "line 2, absences: 2027-01-02..2026-12-21 ends before it begins")]
    [TestCase(A + ",,,,,,2026-04-02", "line 2, last-confirmed: 2026-04-02 lies in the future")]
    [TestCase(A + "\nnorth,,,2,a,Ben Marl,Manager,ben@example.org",
        "line 3, contact: \"a\" is on line 2 already; a board's contacts have different ids, at each stage another")]
    [TestCase(A + "\neast,East,police,2,a,Ben Marl,Manager,ben@example.org",
        "line 3, contact: \"a\" is on line 2 already; a board's contacts have different ids, at each stage another")]
    [TestCase("north,N,police,1,,Asha Rill,Worker,asha@example.org\nnorth,,,1,,Ash Rill,Worker,Asha@example.org",
        "line 3, contact: line 2 gives the same address at the same stage; leave one of them out, or give each an id here")]
    public void A_mistake_is_told_with_its_line_its_column_and_what_would_be_right(string rows, string problem) =>
        Assert.That(Problems(Of(rows)), Is.EqualTo(new[] { problem }));

    [Test]
    public void An_id_that_another_agency_has_in_the_directory_is_refused() =>
        Assert.That(Problems(Of("east,East,police,2,north-1,Ben Marl,Manager,ben@example.org"), North), Is.EqualTo(new[]
        {
            "line 2, contact: \"north-1\" is a contact of \"north\"; a board's contacts have different ids",
        }));

    [Test]
    public void An_id_can_move_to_another_agency_where_the_file_says_of_both() =>
        Assert.That(Problems(Of("east,East,police,2,north-1,Ben Marl,Manager,ben@example.org", "north"), North), Is.Empty);

    [Test]
    public void A_quotation_mark_that_is_not_closed_does_not_swallow_the_rest_of_the_file() =>
        Assert.That(Problems(Of("n,\"N,police", "m,M,polise")).Select(p => p.Split(':')[0]),
            Is.EqualTo(new[] { "line 2", "line 2, sector", "line 3, sector" }));

    [Test]
    public void Every_mistake_is_told_at_once_in_the_order_of_the_lines()
    {
        var problems = Problems(Of("n,,polise", "", "m,M,police,9,,,x,y,z,soon,2026,q,never,tomorrow")).ToList();
        Assert.That(problems.Select(p => p.Split(':')[0]), Is.EqualTo(new[]
        {
            "line 2, agency-name", "line 2, sector", "line 4, from", "line 4, until", "line 4, absences", "line 4, last-confirmed",
            "line 4, name", "line 4, email", "line 4, phone", "line 4, stage", "line 4, deputy",
        }));
    }

    [Test]
    public void A_file_that_is_too_long_is_not_read() =>
        Assert.That(Problems(new string('x', 4_000_001)), Is.EqualTo(new[] { "file: is longer than 4000000 characters; import it in parts" }));

    [Test]
    public void A_file_has_at_most_ten_thousand_rows() =>
        Assert.That(Problems(Of([.. Enumerable.Range(0, 10_001).Select(i => $"n{i.ToString(CultureInfo.InvariantCulture)},N,police")])),
            Is.EqualTo(new[] { "line 10002: is beyond the 10000 rows that can be imported at once; import it in parts" }));

    [TestCase("name@example.org", true)]
    [TestCase("first.last+safeguarding@adults.example.gov.uk", true)]
    [TestCase("o'brien@example.org", true)]
    [TestCase("name@example", false)]
    [TestCase("name@@example.org", false)]
    [TestCase("name@example..org", false)]
    [TestCase(".name@example.org", false)]
    [TestCase("Name <name@example.org>", false)]
    [TestCase("name@example.org, other@example.org", false)]
    [TestCase("name@example.org\r\nBcc: all@example.org", false)]
    [TestCase("", false)]
    public void An_address_is_plausible_or_not(string email, bool plausible) => Assert.That(Plausible.Email(email), Is.EqualTo(plausible));

    // Whatever a file holds, the answer is a list of problems or a change, and never an exception.
    [TestCase(1), TestCase(2), TestCase(3)]
    public void No_file_is_too_strange_to_be_answered(int seed)
    {
        Random chance = new(seed);
        string[] pieces =
        [
            ",", ";", "\t", "\"", "\n", "\r\n", "north", "1", "asha@example.org", "2026-04-01", "..",
            " ", "\0", "é", "\uD83D\uDE00", .. Header.Split(','),
        ];
        for (var i = 0; i < 300; i++)
        {
            var text = string.Concat(Enumerable.Range(0, chance.Next(60)).Select(_ => pieces[chance.Next(pieces.Length)]));
            Assert.That(() => Read(chance.Next(2) == 0 ? text : $"{Header}\n{text}", North), Throws.Nothing, text);
        }
    }
}

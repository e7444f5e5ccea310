using System.Security.Cryptography;
using System.Text;

namespace Escalation.Service.Directory.Import;

/// <summary>
/// The id of a contact for whom the file gives none. Ids stand in records and logs in place of the person, so it is made of the address
/// but does not show it; the same agency, stage and address give the same id again, whoever imports it in whatever order.
/// </summary>
internal static class ContactId
{
    private const int Figures = 10;

    public static string Derived(string agency, string stage, string email)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{agency}\n{stage}\n{email.ToLowerInvariant()}"));
        var tail = $"-{stage.ToLowerInvariant()}-{Convert.ToHexStringLower(hash)[..Figures]}";
        var head = agency.Length + tail.Length <= Plausible.LongestId ? agency : agency[..(Plausible.LongestId - tail.Length)].TrimEnd('-');
        return head + tail;
    }
}

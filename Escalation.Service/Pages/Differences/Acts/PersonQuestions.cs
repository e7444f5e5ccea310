using Escalation.Core.Differences;
using Escalation.Service.Pages.Journeys;

namespace Escalation.Service.Pages.Differences.Acts;

/// <summary>Name, role and address of somebody who is named.</summary>
internal static class PersonQuestions
{
    /// <param name="member">Of the command, such as "contact".</param>
    /// <param name="why">What the address is for.</param>
    public static Question[] Of(string member, string why, bool needsEmail = true) =>
    [
        new Line($"{member}.name", "Full name") { Missing = "Enter their full name" },
        new Line($"{member}.role", "Role") { Hint = "For example social worker, ward manager.", Missing = "Enter their role" },
        new Line($"{member}.email", "Email address") { IsEmail = true, Optional = !needsEmail, Hint = why, Missing = "Enter their email address" },
    ];

    public static Person In(string member, Answers answers) =>
        new(answers[$"{member}.name"], answers[$"{member}.role"], answers.OrNull($"{member}.email"));
}

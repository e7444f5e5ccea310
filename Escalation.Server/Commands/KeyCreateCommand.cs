using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Escalation.Core;
using Escalation.Service.Access;
using Escalation.Service.Boards;
using Escalation.Service.Directory;

namespace Escalation.Server.Commands;

/// <summary><c>escalation key create --agency ID --scope … --expires DATE [--data DIR] [--board ID]</c>: prints the secret, once.</summary>
public static class KeyCreateCommand
{
    public static Command Create(OpenPapers open, TimeProvider clock)
    {
        var agency = new Option<string>("--agency")
        {
            Description = $"Whose key it is: an agency's id, or \"{DirectoryRules.BoardOffice}\".", HelpName = "ID", Required = true,
        };
        var (scopes, expires, data, board) = (ScopeOption(), ExpiresOption(), DataOption.Create(), BoardPapers.BoardOption());
        var command = new Command("create", "Make a key for an agency's system and print it. It is not shown again.") { agency, scopes, expires, data, board };
        command.SetAction((line, cancel) => BoardPapers.WithAsync(open, line.GetRequiredValue(data), clock, rooms => RunAsync(
            rooms, new Keys(rooms, clock), line.InvocationConfiguration, line.GetValue(board),
            new KeyRequest("", AgencyOrOffice(line.GetRequiredValue(agency)), line.GetRequiredValue(scopes).ToValueList(), line.GetValue(expires)),
            cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        BoardRooms rooms, Keys keys, InvocationConfiguration said, string? named, KeyRequest request, CancellationToken cancel)
    {
        var board = await BoardPapers.BoardAsync(
            rooms, named, r => request.Agency is not { } id || r.FindAgency(id) is not null, $"has the agency \"{request.Agency}\"", said.Error, cancel);
        if (board is null) return 1;
        switch (await keys.CreateAsync(request with { Board = board }, cancel))
        {
            case KeyCreation.Created(var text, _):
                await said.Output.WriteLineAsync(text.Secret);
                return 0;
            case KeyCreation.Refused(var problems):
                foreach (var problem in problems) await said.Error.WriteLineAsync($"{OptionOf(problem.Field)}: {problem.Sentence}");
                return 1;
            case var other:
                throw new InvalidOperationException($"{other} is no answer.");
        }
    }

    private static string? AgencyOrOffice(string said) => said == DirectoryRules.BoardOffice ? null : said;

    private static string OptionOf(string field) => field == "scopes" ? "--scope" : $"--{field}";

    private static Option<Scope[]> ScopeOption() => new("--scope")
    {
        Description = $"What the key may do; several can follow each other: {string.Join(", ", Scopes.AllTexts)}.",
        HelpName = "SCOPE",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
        CustomParser = ScopesOf,
    };

    private static Scope[] ScopesOf(ArgumentResult tokens)
    {
        List<Scope> scopes = [];
        foreach (var text in tokens.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (Scopes.TryParse(text, out var scope)) scopes.Add(scope);
            else tokens.AddError($"--scope is one of {string.Join(", ", Scopes.AllTexts)}, not '{text}'.");
        }

        return [.. scopes];
    }

    private static Option<DateOnly> ExpiresOption() => new("--expires")
    {
        Description = "The last day on which the key is good, as yyyy-MM-dd.",
        HelpName = "DATE",
        Required = true,
        CustomParser = token =>
        {
            var text = token.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            token.AddError($"--expires is a day as yyyy-MM-dd, not '{text}'.");
            return default;
        },
    };
}

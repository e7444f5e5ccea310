using System.CommandLine;
using Escalation.Server.Commands;

var procedure = new Command("procedure", "Check, simulate or draw a board's procedure.") { ProcedureDrawCommand.Create() };
var root = new RootCommand("Runs a safeguarding board's procedure for professional differences.") { procedure };
var parsed = root.Parse(args);
// Wrong usage is 2, so that a script can tell it from a refusal, which is 1.
var code = parsed.Invoke();
return parsed.Errors.Count > 0 ? 2 : code;

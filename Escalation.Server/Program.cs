using System.CommandLine;
using Escalation.Server.Commands;

var procedure = new Command("procedure", "Procedure files.") { ProcedureCheckCommand.Create(), ProcedureDrawCommand.Create() };
var parsed = new RootCommand("Escalation") { procedure }.Parse(args);
var exit = parsed.Invoke();
return parsed.Errors.Count > 0 ? 2 : exit;

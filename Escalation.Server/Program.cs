using System.CommandLine;
using Escalation.Server.Commands;

var parsed = new RootCommand("Escalation") { new Command("procedure", "Procedure files.") { ProcedureCheckCommand.Create() } }.Parse(args);
var exit = parsed.Invoke();
return parsed.Errors.Count > 0 ? 2 : exit;

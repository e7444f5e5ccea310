using System.Reflection;
using Escalation.Service.Desk;

namespace EscalationFunctions.Tests.Service.Api;

/// <summary>The real journal on a disk that can be taken away.</summary>
public class FaultyJournal : DispatchProxy
{
    private IJournal journal = null!;

    public bool Broken { get; set; }

    public static (IJournal Journal, FaultyJournal Fault) Around(IJournal journal)
    {
        var proxy = Create<IJournal, FaultyJournal>();
        var fault = (FaultyJournal)(object)proxy;
        fault.journal = journal;
        return (proxy, fault);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        Broken ? throw new JournalUnavailableException("The disk is full.") : targetMethod!.Invoke(journal, args);
}

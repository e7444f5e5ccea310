using System.Globalization;
using Escalation.Service.Desk;

namespace Escalation.Server.Demo;

/// <summary>
/// The machine's clock, moved: so that a newcomer sees in five minutes what takes a board a fortnight. It only ever goes forward, also
/// across restarts on one folder.
/// </summary>
public sealed class DemoClock : MovedClock
{
    private const string FileName = "demo-clock";

    private readonly Lock gate = new();
    private readonly string file;
    private TimeSpan ahead;

    /// <param name="folder">Keeps how far it was moved.</param>
    public DemoClock(string folder)
    {
        file = Path.Combine(folder, FileName);
        if (File.Exists(file)) ahead = TimeSpan.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture);
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return System.GetUtcNow() + ahead;
    }

    /// <summary>Only before anything was recorded: the differences of the demonstration began some days ago.</summary>
    internal void BeginAt(DateTimeOffset instant)
    {
        lock (gate) Set(instant);
    }

    /// <returns>False, and it stays as it is, if that is past already.</returns>
    public bool TryMoveTo(DateTimeOffset instant)
    {
        lock (gate)
        {
            if (instant < System.GetUtcNow() + ahead) return false;
            Set(instant);
        }

        TellMoved();
        return true;
    }

    private void Set(DateTimeOffset instant)
    {
        ahead = instant - System.GetUtcNow();
        File.WriteAllText(file, ahead.ToString("c", CultureInfo.InvariantCulture));
    }
}

namespace Escalation.Service.Desk;

/// <summary>
/// Rings whenever something was kept, so that whoever waits for due times or notices looks again. A ring that is not heard costs
/// lateness and nothing else.
/// </summary>
public sealed class DeskBell
{
    public event Action<Append>? Rang;

    internal void Ring(Append append) => Rang?.Invoke(append);
}

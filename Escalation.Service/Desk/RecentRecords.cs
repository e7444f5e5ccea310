namespace Escalation.Service.Desk;

/// <summary>Differences that were asked about of late, as they stood then; so that one that is being worked on is not read and folded each time.</summary>
public sealed class RecentRecords(int most = RecentRecords.Most)
{
    /// <summary>So many at most: some twenty kilobytes each.</summary>
    public const int Most = 1000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<Opened>> byId = [];
    private readonly LinkedList<Opened> latestFirst = [];

    public Opened? Find(string id)
    {
        lock (gate)
        {
            if (!byId.TryGetValue(id, out var node)) return null;
            latestFirst.Remove(node);
            latestFirst.AddFirst(node);
            return node.Value;
        }
    }

    /// <summary>Keeps it unless a later state of the same difference is known.</summary>
    public void Remember(Opened opened)
    {
        lock (gate)
        {
            if (byId.TryGetValue(opened.Head.Id, out var known) && known.Value.Head.Length > opened.Head.Length) return;
            Drop(opened.Head.Id);
            byId[opened.Head.Id] = latestFirst.AddFirst(opened);
            if (byId.Count > most) Drop(latestFirst.Last!.Value.Head.Id);
        }
    }

    public void Forget(string id)
    {
        lock (gate) Drop(id);
    }

    private void Drop(string id)
    {
        if (!byId.Remove(id, out var node)) return;
        latestFirst.Remove(node);
    }
}

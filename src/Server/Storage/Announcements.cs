using System.Threading.Channels;

namespace OfficeWorkflow.Server.Storage;

/// <summary>Ids of what changed, told after each commit of this process to whoever listens in the same office. Who is slow misses some, and reads the list anew.</summary>
public sealed class Announcements
{
    private const int MostWaiting = 100;

    private readonly HashSet<Listening> listeners = [];
    private readonly Lock door = new();

    public void Tell(IEnumerable<(Guid OfficeId, Guid Id)> changed)
    {
        var told = changed.ToList();
        lock (door)
        {
            foreach (var listener in listeners)
            {
                listener.Hear(told);
            }
        }
    }

    /// <summary>What changes in an office from this moment on, until the answer is disposed.</summary>
    public Listening Listen(Guid officeId)
    {
        var listener = new Listening(this, officeId);
        lock (door)
        {
            listeners.Add(listener);
        }

        return listener;
    }

    private void Leave(Listening listener)
    {
        lock (door)
        {
            listeners.Remove(listener);
        }
    }

    public sealed class Listening(Announcements house, Guid officeId) : IDisposable
    {
        private readonly Channel<Guid> heard = Channel.CreateBounded<Guid>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

        public ChannelReader<Guid> Ids => heard.Reader;

        public void Dispose() => house.Leave(this);

        internal void Hear(IEnumerable<(Guid OfficeId, Guid Id)> told)
        {
            foreach (var (_, id) in told.Where(one => one.OfficeId == officeId))
            {
                heard.Writer.TryWrite(id);
            }
        }
    }
}

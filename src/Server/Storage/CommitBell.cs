using System.Threading.Channels;

namespace OfficeWorkflow.Server.Storage;

/// <summary>Rung by each commit that left something to do, so that the pump does not wait for its next sweep.</summary>
public sealed class CommitBell
{
    private readonly List<Channel<bool>> listeners = [];
    private readonly Lock door = new();

    public void Ring()
    {
        lock (door)
        {
            foreach (var listener in listeners)
            {
                listener.Writer.TryWrite(true);
            }
        }
    }

    /// <summary>Many rings while the listener is busy are one.</summary>
    public ChannelReader<bool> Listen()
    {
        var listener = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        lock (door)
        {
            listeners.Add(listener);
        }

        return listener.Reader;
    }
}

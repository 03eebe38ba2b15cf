using OfficeWorkflow.Server.Outbox;

namespace OfficeWorkflow.Server.Channels.Mail.Incoming;

/// <summary>Looks into the folder of incoming mail whenever the pump sweeps: a file that lies there is due at once.</summary>
internal sealed class IncomingSource(IncomingFolder folder, TimeProvider clock) : PumpSource
{
    public override string Name => "incoming-mail";

    public override async Task<int> PerformDueAsync(CancellationToken stop)
    {
        if (!folder.HasFiles)
        {
            return 0;
        }

        var round = await folder.ReadAsync(stop);

        return round.Taken + round.Left;
    }

    public override Task<DateTimeOffset?> NextDueAsync(CancellationToken stop) =>
        Task.FromResult(folder.HasFiles ? clock.GetUtcNow() : (DateTimeOffset?)null);

    /// <summary>Nothing is held: a file that is read twice is one mail.</summary>
    public override Task ReleaseAsync(CancellationToken stop) => Task.CompletedTask;
}

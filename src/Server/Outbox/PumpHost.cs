using System.Threading.Channels;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Outbox;

/// <summary>Runs each source by itself: woken by commits, swept every few seconds, on time for what is due next.</summary>
internal sealed partial class PumpHost(Pump pump, PumpPulse pulse, Database database, TimeProvider clock, ILogger<PumpHost> log) : BackgroundService
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Alone on its file, this process knows that whoever held a lease is gone.
        if (database.Provider is DatabaseProvider.Sqlite)
        {
            foreach (var source in pump.Sources)
            {
                await source.ReleaseAsync(stoppingToken);
            }
        }

        await Task.WhenAll(pump.Sources.Select(source => RunAsync(source, stoppingToken)));
    }

    private async Task RunAsync(PumpSource source, CancellationToken stop)
    {
        var bell = database.Bell.Listen();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(source, bell, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble) when (!stop.IsCancellationRequested)
            {
                // The database is away or busy: what is due stays due.
                Log.RoundFailed(log, trouble, source.Name);
                await Task.Delay(Sweep, clock, stop);
            }
        }
    }

    private async Task RoundAsync(PumpSource source, ChannelReader<bool> bell, CancellationToken stop)
    {
        while (await pump.PerformDueAsync(source, stop) > 0)
        {
            pulse.Beat(source.Name);
        }

        pulse.Beat(source.Name);
        var due = await source.NextDueAsync(stop) - clock.GetUtcNow();
        await WaitAsync(bell, due < Sweep && due > TimeSpan.Zero ? due.Value : Sweep, stop);
    }

    private async Task WaitAsync(ChannelReader<bool> bell, TimeSpan longest, CancellationToken stop)
    {
        using var sweep = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(sweep.Token, stop);
        try
        {
            await bell.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Nobody rang: time for a sweep.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Source} failed; it is tried again.")]
        public static partial void RoundFailed(ILogger logger, Exception trouble, string source);
    }
}

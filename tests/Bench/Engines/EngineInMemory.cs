namespace OfficeWorkflow.Bench.Engines;

/// <summary>Whole cases a second, nothing stored in between.</summary>
internal static class EngineInMemory
{
    public static Figure[] Measure()
    {
        var (ours, peer) = Duel.Fight("memory", static () =>
        {
            var started = ForkJoin.Start();
            ForkJoin.Finish(started.State, ForkJoin.WorkOf(started));
        });

        return [Figure.Against("engine-memory", ours, "cases/s", peer.PerSecond, Duel.Conditions)];
    }
}

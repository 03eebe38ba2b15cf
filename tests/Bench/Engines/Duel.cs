namespace OfficeWorkflow.Bench.Engines;

/// <summary>Our engine and bpmn-engine in turn, the best round of each: whatever else the machine does hits both.</summary>
internal static class Duel
{
    private const int Rounds = 3;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    public static string Conditions { get; } =
        $"against npm bpmn-engine 25.0.1, same file parsed once, one thread each, best of {Rounds} rounds of {Length.TotalSeconds} s after warming up; {Machine.Conditions}";

    public static (double Ours, Peer Peer) Fight(string mode, Action once)
    {
        Throughput.PerSecond(once, Length);
        var ours = 0.0;
        var peer = new Peer(PerSecond: 0, StateBytes: 0);

        for (var round = 0; round < Rounds; round++)
        {
            ours = Math.Max(ours, Throughput.PerSecond(once, Length));
            var theirs = Peer.Run(ForkJoin.File, mode, Length);
            peer = theirs.PerSecond > peer.PerSecond ? theirs : peer;
        }

        return (ours, peer);
    }
}

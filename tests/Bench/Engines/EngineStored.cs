using System.Text;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Bench.Engines;

/// <summary>Whole cases a second, with the state written as text and read again while the user task waits.</summary>
internal static class EngineStored
{
    public static Figure[] Measure()
    {
        var (ours, peer) = Duel.Fight("stored", static () =>
        {
            var started = ForkJoin.Start();
            var text = CaseFormat.Write(started.State);
            ForkJoin.Finish(CaseFormat.Read(text), ForkJoin.WorkOf(started));
        });
        var bytes = Encoding.UTF8.GetByteCount(CaseFormat.Write(ForkJoin.Start().State));

        return
        [
            Figure.Against("engine-stored", ours, "cases/s", peer.PerSecond, Duel.Conditions),
            Figure.Against("state-bytes", bytes, "bytes", peer.StateBytes, Duel.Conditions),
        ];
    }
}

using System.Diagnostics;

namespace OfficeWorkflow.Bench.Engines;

/// <summary>How often a second something can be done on one thread.</summary>
internal static class Throughput
{
    private const int Batch = 64;

    public static double PerSecond(Action once, TimeSpan length)
    {
        var count = 0L;
        var watch = Stopwatch.StartNew();

        while (watch.Elapsed < length)
        {
            for (var i = 0; i < Batch; i++)
            {
                once();
            }

            count += Batch;
        }

        return count / watch.Elapsed.TotalSeconds;
    }
}

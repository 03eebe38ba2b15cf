using System.Collections.Concurrent;
using OfficeWorkflow.Server.Automation.Jobs;

namespace OfficeWorkflow.Server.Tests.Automation.Jobs;

/// <summary>Runs daily at six and says how often.</summary>
internal sealed class CountingJob(string key) : Job
{
    private readonly ConcurrentQueue<int> runs = [];

    public TaskCompletionSource Ran { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the next run does instead.</summary>
    public Func<Task>? Instead { get; set; }

    public int Count => runs.Count;

    public override string Key => key;

    public override string Name => "数える仕事";

    public override string Purpose => "数えます。";

    public override JobTimes Times { get; } = JobTimes.DailyAt(6, 0);

    public override async Task<string> RunAsync(CancellationToken stop)
    {
        runs.Enqueue(1);
        if (Instead is { } other)
        {
            Instead = null;
            await other();
        }

        Ran.TrySetResult();
        return $"{Count}回目です。";
    }
}

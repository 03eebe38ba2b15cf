using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.People;

namespace OfficeWorkflow.Server.Automation.Jobs;

/// <summary>What the server does by itself, as a file.</summary>
internal sealed class JobRows(Housekeeping housekeeping) : ListSource
{
    public override string Key => "jobs";

    public override string Name => "仕事の予定";

    public override string Address => "/jobs";

    public override string Policy => Policies.Inspect;

    public override IReadOnlyList<string> Columns { get; } = ["仕事", "目的", "いつ", "次の予定", "一時停止", "前回", "前回の結果"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var line in (await ShowJobs.HandleAsync(housekeeping, Session.RequiredOf(asked.User), asked.Db, stop)).Lines)
        {
            yield return
            [
                line.Job.Name, line.Job.Purpose, line.Job.Times.Words, Of(line.State?.NextDueAt), line.State?.PausedAt is null ? "" : "一時停止中",
                Of(line.Last?.StartedAt), line.Last?.Trouble is null ? line.Last?.Told ?? "" : "失敗",
            ];
        }
    }
}

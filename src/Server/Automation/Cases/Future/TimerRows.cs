using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;

namespace OfficeWorkflow.Server.Automation.Cases.Future;

/// <summary>The moments that are waited for or have come, as a file.</summary>
internal sealed class TimerRows(FindTimers timers) : ListSource
{
    public override string Key => "timers";

    public override string Name => "待っている時刻";

    public override string Address => "/timers";

    public override IReadOnlyList<string> Columns { get; } = ["日時", "何の時刻", "利用者など", "手続き", "くり返す", "どうなったか", "いつ", "遅れて実行"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        var filter = new FindTimers.Filter
        {
            Q = asked.Text("q"),
            Procedure = asked.Text("procedure"),
            State = asked.Text("state"),
            Month = asked.Text("month"),
        };
        var procedures = await FindTimers.ProceduresAsync(asked.Db, stop);
        await foreach (var row in AllAsync(after => timers.PageAsync(filter with { After = after }, Batch, procedures, asked.Db, stop), stop))
        {
            yield return
            [
                Of(row.DueAt), row.Label, row.CaseId is null ? "手続きの始まり" : row.Subject ?? "", row.Procedure, row.Rule.Length > 0 ? "はい" : "",
                FindTimers.WordOf(row.State), Of(row.EndedAt), row.IsLate ? "はい" : "",
            ];
        }
    }
}

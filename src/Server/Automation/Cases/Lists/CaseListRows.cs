using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;

namespace OfficeWorkflow.Server.Automation.Cases.Lists;

/// <summary>The cases as a file.</summary>
internal sealed class CaseListRows : ListSource
{
    public override string Key => "cases";

    public override string Name => "案件";

    public override string Address => "/cases";

    public override IReadOnlyList<string> Columns { get; } = ["だれの", "手続き", "状態", "残る作業", "始めた日時", "終わった日時"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        var filter = new ListCases.Filter
        {
            Q = asked.Text("q"),
            Status = asked.Text("status"),
            Procedure = asked.Text("procedure"),
            Subject = asked.Text("subject"),
        };
        await foreach (var row in AllAsync(after => ListCases.PageAsync(filter with { After = after }, Batch, asked.Db, stop), stop))
        {
            yield return [row.Label ?? "", row.Procedure, ListCases.LabelOf(row.Status), Of(row.OpenWork), Of(row.StartedAt), Of(row.EndedAt)];
        }
    }
}

using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.People;

namespace OfficeWorkflow.Server.Automation.Incidents;

/// <summary>What does not go on by itself, as a file.</summary>
internal sealed class IncidentRows : ListSource
{
    public override string Key => "incidents";

    public override string Name => "止まった案件";

    public override string Address => "/incidents";

    public override string Policy => Policies.Lead;

    public override IReadOnlyList<string> Columns { get; } = ["何が", "だれの", "手続き", "わけ", "いつから", "片づいた日時", "どう片づいたか"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        var filter = new ListIncidents.Filter { State = asked.Text("state"), Case = asked.Id("case") };
        await foreach (var row in AllAsync(after => ListIncidents.PageAsync(filter with { After = after }, Batch, asked.Db, stop), stop))
        {
            yield return [IncidentRules.LabelOf(row.Kind), row.Label ?? "", row.Procedure ?? "", row.Reason, Of(row.OpenedAt), Of(row.ClosedAt), row.Outcome ?? ""];
        }
    }
}

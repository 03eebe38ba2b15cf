using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;

namespace OfficeWorkflow.Server.Office.Deadlines;

/// <summary>Open cases by the days that are left, as a file.</summary>
internal sealed class DeadlineRows(TimeProvider clock) : ListSource
{
    public override string Key => "deadlines";

    public override string Name => "期限までの日数";

    public override string Address => "/deadlines";

    public override IReadOnlyList<string> Columns { get; } = ["利用者", "手続き", "何の期限", "期限", "残り"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var line in await ListDeadlines.AllAsync(new ListDeadlines.Filter { Within = asked.Text("within") }, asked.Db, clock, stop))
        {
            yield return [line.Client, line.Procedure, line.What, Of(line.On), line.Left];
        }
    }
}

using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;

namespace OfficeWorkflow.Server.Automation.Cases.Future;

/// <summary>What the clock brings, as a file.</summary>
internal sealed class ForecastRows(Forecast forecast) : ListSource
{
    public override string Key => "forecast";

    public override string Name => "これから90日の予定";

    public override string Address => "/forecast";

    public override IReadOnlyList<string> Columns { get; } = ["日時", "種類", "起きること", "だれの", "手続き"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var line in (await forecast.HandleAsync(asked.Db, stop)).Lines)
        {
            yield return [Of(line.At), line.Kind, line.Text, line.Subject ?? "", line.Procedure];
        }
    }
}

using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;

namespace OfficeWorkflow.Server.Office.Monitoring.Board;

/// <summary>モニタリング表 as a file: one line a client, one column a month of the fiscal year.</summary>
internal sealed class BoardRows(TimeProvider clock) : ListSource
{
    public override string Key => "monitoring";

    public override string Name => "モニタリング表";

    public override string Address => "/monitoring";

    public override IReadOnlyList<string> Columns { get; } =
        ["利用者", "ふりがな", "年度", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        var model = await ShowBoard.HandleAsync(new ShowBoard.Filter(asked.Number("year"), asked.Text("show")), asked.Db, clock.GetUtcNow(), stop);
        foreach (var row in model.Rows)
        {
            yield return [row.Client.Name, row.Client.Kana, Of(model.Year), .. row.Cells.Select(static cell => $"{NameOf(cell.State)} {Of(cell.On)}".Trim())];
        }
    }

    private static string NameOf(MonitoringState state) => state switch
    {
        MonitoringState.None => "",
        MonitoringState.Done => "済",
        MonitoringState.Outside => "指定外",
        MonitoringState.Planned => "訪問予定",
        MonitoringState.Due => "今月",
        MonitoringState.Late => "遅れ",
        _ => "予定",
    };
}

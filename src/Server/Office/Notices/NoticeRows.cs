using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;

namespace OfficeWorkflow.Server.Office.Notices;

/// <summary>The open notices as a file.</summary>
internal sealed class NoticeRows(TimeProvider clock) : ListSource
{
    public override string Key => "notices";

    public override string Name => "期限のお知らせ";

    public override string Address => "/notices";

    public override IReadOnlyList<string> Columns { get; } = ["利用者", "お知らせ", "次にすること", "日", "期限切れ"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var line in (await ListNotices.HandleAsync(mayChange: false, asked.Db, clock, stop)).Lines)
        {
            yield return [line.ClientName, line.What, line.Next, Of(line.On), line.IsOverdue ? "期限切れ" : ""];
        }
    }
}

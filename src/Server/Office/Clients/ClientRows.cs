using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Clients;

/// <summary>The clients as a file, with what their list shows and no more.</summary>
internal sealed class ClientRows(TimeProvider clock) : ListSource
{
    public override string Key => "clients";

    public override string Name => "利用者";

    public override string Address => "/clients";

    public override IReadOnlyList<string> Columns { get; } = ["氏名", "ふりがな", "年齢", "担当", "次のモニタリング月", "状態"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        var (words, showsClosed) = (asked.Text("q"), asked.IsSet("closed"));
        await foreach (var line in AllAsync(after => ListClients.PageAsync(words, showsClosed, after, Batch, asked.Db, clock, stop), stop))
        {
            yield return
            [
                line.Name, line.Kana, Of(line.Age), line.Specialist ?? "", line.NextMonitoring is { } month ? JapaneseEra.Month(month) : "", line.IsClosed ? "終結" : "利用中",
            ];
        }
    }
}

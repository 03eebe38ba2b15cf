using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;

namespace OfficeWorkflow.Server.Office.Providers;

/// <summary>The 事業所 as a file.</summary>
internal sealed class ProviderRows : ListSource
{
    public override string Key => "providers";

    public override string Name => "事業所";

    public override string Address => "/providers";

    public override IReadOnlyList<string> Columns { get; } = ["名称", "番号", "サービス", "担当者", "電話", "状態"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var line in (await ListProviders.HandleAsync(asked.Text("q"), asked.Db, stop)).Lines)
        {
            yield return [line.Name, line.Number, line.Services, line.InCharge ?? "", line.Phone ?? "", line.IsClosed ? "廃止" : "利用できる"];
        }
    }
}

using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;

namespace OfficeWorkflow.Server.Automation.Procedures;

/// <summary>The procedures as a file.</summary>
internal sealed class ProcedureRows : ListSource
{
    public override string Key => "procedures";

    public override string Name => "手続き";

    public override string Address => "/procedures";

    public override IReadOnlyList<string> Columns { get; } = ["手続き", "説明", "公開中の版", "公開した日時", "下書き", "進行中", "使うのをやめた日時"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var row in await ListProcedures.HandleAsync(asked.Db, stop))
        {
            yield return [row.Name, row.Description, row.LastVersion == 0 ? "" : Of(row.LastVersion), Of(row.PublishedAt), row.HasDraft ? "あり" : "", Of(row.OpenCases), Of(row.RetiredAt)];
        }
    }
}

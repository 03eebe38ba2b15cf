using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App.AuditTrail;

/// <summary>The entries that a filter asks for as a file, oldest first.</summary>
internal sealed class AuditRows : ListSource
{
    public override string Key => "audit";

    public override string Name => "監査の記録";

    public override string Address => "/audit";

    public override string Policy => Policies.Inspect;

    public override IReadOnlyList<string> Columns { get; } = ["日時", "職員", "行為", "内容", "対象", "案件", "封印の番号"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        var filter = new AuditFilter(asked.Id("person"), asked.Id("client"), asked.Text("act"), asked.Text("from"), asked.Text("to"), After: null);
        var found = await FindAudit.HandleAsync(filter, asked.Db, stop);
        var last = await found.MaxAsync(static entry => (long?)entry.Position, stop) ?? 0;
        for (var from = 0L; from < last;)
        {
            var after = from;
            var lines = await ShowAudit.LinesAsync(
                found.Where(entry => entry.Position > after && entry.Position <= last).OrderBy(static entry => entry.Position).Take(Batch), asked.Db, stop);
            foreach (var line in lines)
            {
                yield return Row(line);
            }

            from = lines.Count == 0 ? last : lines[^1].Position;
        }
    }

    private static string[] Row(ShowAudit.Line line) =>
    [
        JapaneseEra.InTokyo(line.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        line.Person ?? "（自動）",
        line.Act,
        line.Text,
        line.About,
        line.CaseId?.ToString() ?? "",
        line.Number?.ToString(CultureInfo.InvariantCulture) ?? "",
    ];
}

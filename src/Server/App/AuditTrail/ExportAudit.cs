using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App.AuditTrail;

/// <summary>The entries that a filter asks for as CSV, oldest first. That someone took them away is an act of its own.</summary>
internal static class ExportAudit
{
    private const int Batch = 1000;

    public static async Task WriteAsync(AuditFilter filter, Stream to, OfficeDb db, Scope.Person person, TimeProvider clock, CancellationToken stop)
    {
        var found = await FindAudit.HandleAsync(filter, db, stop);
        var last = await found.MaxAsync(static entry => (long?)entry.Position, stop) ?? 0;
        db.Note(person.OfficeId, clock.GetUtcNow(), "audit-exported", "audit", "監査の記録を書き出した。");
        await db.SaveChangesAsync(stop);

        // Spreadsheets read UTF-8 only behind its mark.
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await text.WriteAsync(CsvText.Row("日時", "職員", "行為", "内容", "対象", "案件", "封印の番号"));
        for (var from = 0L; from < last;)
        {
            var after = from;
            var lines = await ShowAudit.LinesAsync(found.Where(entry => entry.Position > after && entry.Position <= last).OrderBy(static entry => entry.Position).Take(Batch), db, stop);
            foreach (var line in lines)
            {
                await text.WriteAsync(CsvText.Row(
                    JapaneseEra.InTokyo(line.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                    line.Person ?? "（自動）",
                    line.Act,
                    line.Text,
                    line.About,
                    line.CaseId?.ToString() ?? "",
                    line.Number?.ToString(CultureInfo.InvariantCulture) ?? ""));
            }

            from = lines.Count == 0 ? last : lines[^1].Position;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Packages;

/// <summary>Which kept trials of a package come along, and why the others do not.</summary>
internal static class PackageTrials
{
    /// <param name="Taken">Null for one that stays behind.</param>
    public sealed record Row(string Name, PackagedTrial? Taken, string Sentence);

    public static async Task<IReadOnlyList<Row>> OfAsync(ProcedurePackage package, string processId, string key, OfficeDb db, CancellationToken stop)
    {
        var names = await db.SavedTrials.Where(row => row.Key == key).Select(static row => row.Name).ToListAsync(stop);
        var rows = new List<Row>();
        foreach (var (path, text) in package.Others.Where(static part => part.Key.StartsWith(ProcedurePackage.Trials, StringComparison.Ordinal)))
        {
            var trial = PackagedTrial.Read(text);
            var why = trial switch
            {
                null => "読めないため、取り込みません。",
                _ when !string.Equals(processId, key, StringComparison.Ordinal) => "手続きのキーを変えるため、取り込みません。設計の画面で試行し直してください。",
                _ when names.Contains(trial.Name, StringComparer.Ordinal) => "同じ名前の試行がこの事業所にあるため、取り込みません。",
                _ when names.Count >= SavedTrial.MostOfOne => "試行の記録がいっぱいのため、取り込みません。",
                _ => null,
            };
            if (why is null)
            {
                names.Add(trial!.Name);
            }

            rows.Add(new Row(trial?.Name ?? path, why is null ? trial : null, why ?? "検査として取り込みます。公開する前に、記録どおりになるかを確かめます。"));
        }

        return rows;
    }
}

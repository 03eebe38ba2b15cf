using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Importing;

namespace OfficeWorkflow.Server.Automation.Procedures.Packages;

/// <summary>Says of a file, construct by construct, what is kept, changed or refused. Saves nothing.</summary>
public sealed class LookAtPackage(PackageParts parts)
{
    /// <param name="Content">The file, in a form that goes through a page unchanged.</param>
    /// <param name="Processes">Those of the file, to choose from.</param>
    /// <param name="Replaces">Name of the procedure whose draft it would become; null for a new one.</param>
    public sealed record Model(
        string Content, string FileName, IReadOnlyList<(string Id, string Name)> Processes, string ProcessId, string Key, ImmutableArray<Construct> Constructs, string? Replaces, IReadOnlyList<Refusal> Refusals)
    {
        /// <summary>Another process or key was chosen: what becomes of it is shown before it is taken.</summary>
        public bool IsAgain { get; init; }


        public int Count(Treatment treatment) => Constructs.Count(construct => construct.Treatment == treatment);
    }

    public async Task<Outcome<Model>> HandleAsync(byte[] file, string fileName, string? processId, string? key, OfficeDb db, CancellationToken stop) =>
        PackageFile.Read(file) switch
        {
            Outcome<ProcedurePackage>.Done done => await OfAsync(done.Value, Convert.ToBase64String(file), fileName, processId, key, db, stop),
            Outcome<ProcedurePackage>.Refused no => no.Refusal,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private async Task<Outcome<Model>> OfAsync(ProcedurePackage package, string content, string fileName, string? processId, string? key, OfficeDb db, CancellationToken stop)
    {
        if (!package.IsWhole)
        {
            return new Refusal("package-hash", "このひとまとめは、書き出したあとで中身が変わっています。書き出し直したファイルを選んでください。何も保存していません。", "file");
        }

        var text = PackageFile.TextOf(package.Source)!;
        var processes = ImportSurvey.Processes(text);
        if (processes.IsEmpty)
        {
            var why = ImportSurvey.Of(text, "").FirstOrDefault()?.Sentence ?? "";
            return new Refusal("file-has-no-process", $"このファイルには取り込める手続きがありません。{why}何も保存していません。", "file");
        }

        var chosen = processes.FirstOrDefault(process => string.Equals(process.Id, processId, StringComparison.Ordinal)) is { Id: not null } found ? found : processes[0];
        var wanted = key?.Trim() is { Length: > 0 } typed ? typed : ImportPackage.KeyFor(chosen.Id, fileName);
        var replaces = await db.Procedures.Where(row => row.Key == wanted).Select(static row => row.Name).SingleOrDefaultAsync(stop);
        return new Model(
            content,
            fileName,
            processes,
            chosen.Id,
            wanted,
            [.. Renamed(chosen.Id, wanted), .. ImportSurvey.Of(text, chosen.Id), .. await OthersAsync(package, db, stop), .. await TrialsAsync(package, chosen.Id, wanted, db, stop)],
            replaces,
            []);
    }

    private static IEnumerable<Construct> Renamed(string id, string key) => string.Equals(id, key, StringComparison.Ordinal)
        ? []
        : [new Construct(Treatment.Changed, id, $"プロセスのID「{id}」", $"手続きのキー「{key}」に変えます。ほかは一文字も変えません。")];

    /// <summary>Forms and wordings are those of this office: what is different here is said.</summary>
    private async Task<IReadOnlyList<Construct>> OthersAsync(ProcedurePackage package, OfficeDb db, CancellationToken stop)
    {
        var known = await parts.AllAsync(db, stop);
        return
        [
            .. package.Others.Where(static part => !part.Key.StartsWith(ProcedurePackage.Trials, StringComparison.Ordinal)).Select(part => (part.Key.Split('/')[0], known.GetValueOrDefault(part.Key)) switch
            {
                (var kind, null) => new Construct(Treatment.Refused, null, $"{Word(kind)}「{part.Key}」", $"この事業所にありません。設計の画面で別の{Word(kind)}を選んでください。"),
                (var kind, var mine) when string.Equals(mine.ReplaceLineEndings("\n"), part.Value.ReplaceLineEndings("\n"), StringComparison.Ordinal) =>
                    new Construct(Treatment.Kept, null, $"{Word(kind)}「{part.Key}」", "この事業所のものと同じです。"),
                var (kind, _) => new Construct(Treatment.Changed, null, $"{Word(kind)}「{part.Key}」", $"この事業所の{Word(kind)}を使います。ファイルの中のものとは違います。"),
            }),
        ];
    }

    private static async Task<IEnumerable<Construct>> TrialsAsync(ProcedurePackage package, string processId, string key, OfficeDb db, CancellationToken stop)
    {
        var rows = await PackageTrials.OfAsync(package, processId, key, db, stop);
        return rows.Select(static row => new Construct(row.Taken is null ? Treatment.Refused : Treatment.Kept, null, $"試行「{row.Name}」", row.Sentence));
    }

    private static string Word(string folder) => folder is "forms" ? "様式" : "文面";
}

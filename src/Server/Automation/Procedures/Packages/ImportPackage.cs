using System.Text.RegularExpressions;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Importing;

namespace OfficeWorkflow.Server.Automation.Procedures.Packages;

/// <summary>Keeps what was looked at as the draft of a procedure; a draft that stood there is put among the kept ones.</summary>
public static partial class ImportPackage
{
    /// <param name="Content">As <see cref="LookAtPackage"/> gave it.</param>
    /// <param name="Seen">The process and the key of which the page said what becomes of them.</param>
    public sealed record Form(string? Content, string? FileName, string? ProcessId, string? Key, string? Seen)
    {
        public bool IsSeen => string.Equals(Seen, SeenOf(ProcessId, Key?.Trim()), StringComparison.Ordinal);

        public static string SeenOf(string? processId, string? key) => $"{processId} {key}";
    }

    public static async Task<Outcome<SaveDraft.Saved>> HandleAsync(Form form, byte[] file, OfficeDb db, CheckDraft check, TimeProvider clock, CancellationToken stop)
    {
        var person = db.Scope as Scope.Person ?? throw new InvalidOperationException("A person imports.");
        var (key, processId) = (form.Key?.Trim() ?? "", form.ProcessId ?? "");
        if (!IsKey(key))
        {
            return new Refusal("key-unreadable", "手続きのキーは英小文字・数字・ハイフンで、文字から始めてください。64文字までです。", nameof(Form.Key));
        }

        if (PackageFile.Read(file) is not Outcome<ProcedurePackage>.Done { Value: { IsWhole: true } package })
        {
            return new Refusal("package-lost", "ファイルが途中で壊れました。もう一度選んでください。何も保存していません。", "file");
        }

        if (ProcessId.Rename(PackageFile.TextOf(package.Source)!, processId, key) is not { } renamed)
        {
            return new Refusal("process-not-renamed", "このキーには変えられません。別のキーを入力してください。", nameof(Form.Key));
        }

        var at = clock.GetUtcNow();
        var trials = await PackageTrials.OfAsync(package, processId, key, db, stop);
        db.SavedTrials.AddRange(trials.Select(static row => row.Taken).OfType<PackagedTrial>().Select(trial => Kept(trial, key, person, at)));
        db.Note(person.OfficeId, at, "procedure-imported", $"procedure:{key}", $"手続き「{key}」の下書きをファイルから取り込んだ。");
        return await SaveDraft.HandleAsync(key, new SaveDraft.Form(renamed, Revision: null, Keep: "theirs"), db, check, clock, stop);
    }

    private static SavedTrial Kept(PackagedTrial trial, string key, Scope.Person person, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        OfficeId = person.OfficeId,
        Key = key,
        Name = trial.Name,
        Script = TrialText.Write(trial.Script),
        Expected = TrialText.Write(trial.Expected),
        RecordedAt = at,
        RecordedBy = person.PersonId,
    };

    /// <summary>The process's own id where it can be a key; else one made of it or of the file's name.</summary>
    public static string KeyFor(string processId, string fileName)
    {
        if (IsKey(processId))
        {
            return processId;
        }

        var made = Others().Replace(System.IO.Path.GetFileNameWithoutExtension(fileName).ToLowerInvariant(), "-").Trim('-');
        return IsKey(made) ? made : "imported";
    }

    /// <summary>Two words are addresses of pages.</summary>
    private static bool IsKey(string key) => KeyShape().IsMatch(key) && key is not ("import" or "catalogue");

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,63}\z", RegexOptions.NonBacktracking)]
    private static partial Regex KeyShape();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Others();
}

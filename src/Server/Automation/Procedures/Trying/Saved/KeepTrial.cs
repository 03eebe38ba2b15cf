using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Trying;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;

/// <summary>Keeps a trial run as a test of its procedure, with what came of it on the draft as it stands.</summary>
public static class KeepTrial
{
    /// <param name="Source">The draft that it was run on; null for the one that is stored.</param>
    public sealed record Form(string? Name, TrialScript? Script, string? Source = null);

    public static async Task<Outcome<Guid>> HandleAsync(
        string key, Form form, OfficeDb db, CheckDraft check, TryDraft trying, TimeProvider clock, CancellationToken stop)
    {
        var name = (form.Name ?? "").Trim();
        if (await NameAsync(key, name, except: null, db, stop) is { } wrong)
        {
            return wrong;
        }

        if (await db.SavedTrials.CountAsync(row => row.Key == key, stop) >= SavedTrial.MostOfOne)
        {
            return new Refusal("trials-too-many", string.Create(CultureInfo.InvariantCulture, $"試行の記録は一つの手続きに{SavedTrial.MostOfOne}件までです。要らないものを消してから残してください。"));
        }

        return await RunAsync(key, form, db, check, trying, stop) switch
        {
            Outcome<IReadOnlyList<Landmark>>.Refused no => no.Refusal,
            Outcome<IReadOnlyList<Landmark>>.Done done => await SaveAsync(key, name, form.Script!, done.Value, db, clock, stop),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What is wrong with a name; null when it can be used.</summary>
    internal static async Task<Refusal?> NameAsync(string key, string name, Guid? except, OfficeDb db, CancellationToken stop)
    {
        if (name.Length is 0 or > SavedTrial.LongestName)
        {
            return new Refusal("trial-name-missing", string.Create(CultureInfo.InvariantCulture, $"試行の名前を{SavedTrial.LongestName}文字までで入力してください。例: 管理者が差し戻したとき"), "name");
        }

        return await db.SavedTrials.AnyAsync(row => row.Key == key && row.Name == name && row.Id != except, stop)
            ? new Refusal("trial-name-taken", $"「{name}」という試行の記録がもうあります。別の名前にしてください。", "name")
            : null;
    }

    /// <summary>What comes of a script; a refusal when it cannot be gone through to its end.</summary>
    internal static async Task<Outcome<IReadOnlyList<Landmark>>> RunAsync(
        string key, Form form, OfficeDb db, CheckDraft check, TryDraft trying, CancellationToken stop)
    {
        var source = form.Source;
        if (source is null)
        {
            switch (await OpenDraft.HandleAsync(key, db, check, stop))
            {
                case Outcome<OpenDraft.Model>.Refused no:
                    return no.Refusal;
                case Outcome<OpenDraft.Model>.Done done:
                    source = done.Value.Source;
                    break;
            }
        }

        return await trying.HandleAsync(key, source!, form.Script, db, stop) switch
        {
            Outcome<TryDraft.Tried>.Refused no => no.Refusal,
            Outcome<TryDraft.Tried>.Done { Value.Refusal: { } refusal } => refusal,
            Outcome<TryDraft.Tried>.Done { Value: var tried } => Landmarks.Of(tried.Trial, tried.Ground.Calendar),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<Outcome<Guid>> SaveAsync(
        string key, string name, TrialScript script, IReadOnlyList<Landmark> landmarks, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var person = db.Scope as Scope.Person ?? throw new InvalidOperationException("A person keeps a trial.");
        var at = clock.GetUtcNow();
        var saved = new SavedTrial
        {
            Id = Guid.CreateVersion7(at),
            OfficeId = person.OfficeId,
            Key = key,
            Name = name,
            Script = TrialText.Write(script),
            Expected = TrialText.Write(landmarks),
            RecordedAt = at,
            RecordedBy = person.PersonId,
        };
        db.SavedTrials.Add(saved);
        db.Note(person.OfficeId, at, "trial-kept", $"procedure:{key}", $"試行「{name}」を検査として残した。");
        try
        {
            await db.SaveChangesAsync(stop);
            return saved.Id;
        }
        catch (DbUpdateException)
        {
            return new Refusal("trial-name-taken", $"「{name}」という試行の記録がもうあります。別の名前にしてください。", "name");
        }
    }
}

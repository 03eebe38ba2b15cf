using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.TakeOvers;

/// <summary>引き継ぎ: begins a case at a later step. What came before is recorded with day, source and scan, in the commit that begins the case.</summary>
internal sealed class TakeOverCase(TakeOverDesk desk, TakeOverRecords records, Beginning beginning)
{
    private const int LongestSource = 200;

    public async Task<Outcome<CaseFile>> HandleAsync(TakeOverForm form, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        var process = (await desk.ProceduresAsync(db, stop)).Any(option => string.Equals(option.Key, form.Procedure, StringComparison.Ordinal))
            ? await desk.ProcessAsync(form.Procedure, viewer.OfficeId, db, stop)
            : null;
        var name = await desk.NameAsync(form.Subject, db, stop);
        if (process is null || name is null || !TakingOver.Places(process).Any(place => string.Equals(place.Id, form.Place, StringComparison.Ordinal)))
        {
            return new Refusal("take-over-incomplete", $"{desk.Subjects.Noun}・手続き・始める段階を選んでください。", "place");
        }

        var work = new Reading(form, process, viewer, db, desk.Now, Guid.CreateVersion7(desk.Now));
        var answers = AnswerReader.Read(await desk.AskingAsync(desk.ValuesAsked(process, form.Place!), viewer.OfficeId, db, stop), form.Values);
        var (done, wrong) = await StepsAsync(work, stop);
        wrong.AddRange(answers.Refusals);
        if (wrong.Count > 0)
        {
            db.ChangeTracker.Clear();
            return wrong[0] with { Others = wrong[1..] };
        }

        return await BeginAsync(work, name, done, answers.Values, stop);
    }

    private async Task<Outcome<CaseFile>> BeginAsync(Reading work, string name, List<TakenOverStep> done, Value.Record values, CancellationToken stop)
    {
        var (form, db) = (work.Form, work.Db);
        var before = TakingOver.Before(work.Process, form.Place!).Select(TakeOverDesk.KindOf).ToList();
        var context = new TakeOverContext(db, work.Viewer.OfficeId, work.CaseId, form.Subject!, before, done, work.Viewer.PersonId, work.Now);
        switch (await records.ApplyAsync(context, stop))
        {
            case Outcome<TakeOverLegacy>.Done known:
                return await BeginAsync(work, name, done, values, known.Value, stop);
            case Outcome<TakeOverLegacy>.Refused no:
                db.ChangeTracker.Clear();
                return no.Refusal;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private Task<Outcome<CaseFile>> BeginAsync(
        Reading work, string name, List<TakenOverStep> done, Value.Record values, TakeOverLegacy legacy, CancellationToken stop)
    {
        var (form, db) = (work.Form, work.Db);
        done.ForEach(step => step.About = legacy.About);
        db.TakenOverSteps.AddRange(done);
        db.Note(work.Viewer.OfficeId, work.Now, "case-taken-over", $"case:{work.CaseId}", $"「{work.Process.Name}」を途中の段階から引き継いだ", work.CaseId);
        var variables = legacy.Variables.With(values)
            .With(desk.Subject.IdVariable, Value.Of(form.Subject!))
            .With(desk.Subject.LabelVariable, Value.Of(name));
        var request = new StartRequest(work.Viewer.OfficeId, form.Procedure!, variables) { CaseId = work.CaseId, Subject = form.Subject, By = work.Viewer.PersonId };

        return beginning.TakeOverAsync(
            db, request, form.Place!, [.. done.Select(static step => new EarlierStep(step.NodeId, step.DoneOn, step.Source))], stop);
    }

    private static async Task<(List<TakenOverStep> Done, List<Refusal> Wrong)> StepsAsync(Reading work, CancellationToken stop)
    {
        var done = new List<TakenOverStep>();
        var wrong = new List<Refusal>();
        foreach (var step in TakeOverDesk.StepsBefore(work.Process, work.Form.Place!))
        {
            if (work.Form.On(step.Id) is not { } typed)
            {
                if (work.Form.Scans.ContainsKey(TakeOverForm.ScanName(step.Id)))
                {
                    wrong.Add(new Refusal("day-missing", $"「{step.Label}」は、写しが付いていますが日付がありません。済んだ日を入力してください。", TakeOverForm.OnName(step.Id)));
                }

                continue;
            }

            if (Day(typed, step, work, wrong) is { } on && Source(step, work, wrong) is { } source)
            {
                done.Add(Row(step, on, source, await ScanAsync(step, work, wrong, stop), work));
            }
        }

        return (done, wrong);
    }

    private static DateOnly? Day(string typed, Activity step, Reading work, List<Refusal> wrong)
    {
        var day = TypedText.Day(typed);
        var isAhead = day > JapaneseEra.DayInTokyo(work.Now);
        if (day is null || isAhead)
        {
            wrong.Add(new Refusal(
                isAhead ? "day-ahead" : "not-a-date",
                isAhead ? $"「{step.Label}」にまだ来ていない日が入っています。実際に行った日を入力してください。" : $"「{step.Label}」の日付が読めません。例: 令和8年3月26日、R8.3.26、2026/3/26",
                TakeOverForm.OnName(step.Id)));
        }

        return isAhead ? null : day;
    }

    private static string? Source(Activity step, Reading work, List<Refusal> wrong)
    {
        var own = work.Form.SourceOf(step.Id);
        var source = own ?? TypedText.Clean(work.Form.Source ?? "").Trim();
        var field = own is null ? "source" : TakeOverForm.SourceName(step.Id);
        if (source.Length is > 0 and <= LongestSource)
        {
            return source;
        }

        if (!wrong.Exists(refusal => string.Equals(refusal.Field, field, StringComparison.Ordinal)))
        {
            wrong.Add(source.Length == 0
                ? new Refusal("source-missing", "「どの記録から引き継ぐか」を入力してください。例: 前の事務所の相談支援台帳", field)
                : new Refusal("too-long", $"出典は{LongestSource}文字までです。", field));
        }

        return null;
    }

    private static async Task<Guid?> ScanAsync(Activity step, Reading work, List<Refusal> wrong, CancellationToken stop)
    {
        if (!work.Form.Scans.TryGetValue(TakeOverForm.ScanName(step.Id), out var file))
        {
            return null;
        }

        var origin = new DocumentOrigin(work.Viewer.OfficeId, work.Form.Subject, work.CaseId, work.Viewer.PersonId, work.Now);
        switch (await DocumentStore.KeepAsync(work.Db, file, origin, stop))
        {
            case Outcome<Document>.Done kept:
                return kept.Value.Id;
            case Outcome<Document>.Refused no:
                wrong.Add(no.Refusal with { Reason = $"「{step.Label}」の写し: {no.Refusal.Reason}", Field = TakeOverForm.ScanName(step.Id) });
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static TakenOverStep Row(Activity step, DateOnly on, string source, Guid? scan, Reading work) => new()
    {
        Id = Guid.CreateVersion7(work.Now),
        OfficeId = work.Viewer.OfficeId,
        CaseId = work.CaseId,
        Subject = work.Form.Subject!,
        NodeId = step.Id,
        Name = step.Label,
        What = TakeOverDesk.KindOf(step),
        Given = CaseFormat.WriteValue(TakeOverDesk.Given(step)),
        DoneOn = on,
        Source = source,
        DocumentId = scan,
        IsChecked = work.Form.IsChecked(step.Id),
        TakenAt = work.Now,
        TakenBy = work.Viewer.PersonId,
    };

    private sealed record Reading(TakeOverForm Form, Process Process, Viewer Viewer, OfficeDb Db, DateTimeOffset Now, Guid CaseId);
}

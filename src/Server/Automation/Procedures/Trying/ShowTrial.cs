using OfficeWorkflow.Server.Automation.Running.Effects;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Trying;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying;

/// <summary>Lays out a trial run for the designer.</summary>
public sealed class ShowTrial(TrialMoves moves, TrialSamples samples)
{
    public TrialView Of(TryDraft.Tried tried)
    {
        var (ground, trial) = (tried.Ground, tried.Trial);
        var transcript = new TrialTranscript(ground, samples);
        return new TrialView(
            trial.Now,
            JapaneseEra.Long(trial.Now),
            trial.IsExhausted,
            tried.Refusal is { } no ? new TrialView.No(tried.RefusedAt, no.Code, string.Concat(no.All.Select(static one => one.Reason))) : null,
            [.. trial.Cases.Select(file => new TrialView.Part(file.Number, file.Process.Id, TrialTranscript.NameOf(file.Process), Ending(file)))],
            Marks(trial, ground),
            [.. Waits<Wait.ForWork>(trial, (file, wait, nth) => Work(file, wait, nth, trial, ground, transcript))],
            ground.World.HoldsServices || trial.Cases.SelectMany(static file => file.Waits).Any(static wait => wait is Wait.ForService)
                ? [.. Waits<Wait.ForService>(trial, (file, wait, nth) => Plain(file, wait, nth, transcript))]
                : [],
            [.. Waits<Wait.ForCase>(trial, (file, wait, nth) => Plain(file, wait, nth, transcript)).Where(open => IsNotRun(trial, open))],
            [.. Each<Wait.ForMessage>(trial).Select(found => new TrialView.Awaited(found.Wait.MessageName, found.Wait.Key, Label(found.Case, found.Wait.NodeId), transcript.PartOf(found.Case.Process)))],
            [
                .. Each<Wait.ForTimer>(trial)
                    .OrderBy(static found => found.Wait.Due.At)
                    .Select(found => new TrialView.Timer(JapaneseEra.Long(found.Wait.Due.At), Label(found.Case, found.Wait.NodeId), transcript.PartOf(found.Case.Process))),
            ],
            [.. trial.Kept.Select(Undelivered)],
            [.. transcript.Of(trial)]);
    }

    private TrialView.Open Work(TrialCase file, Wait.ForWork wait, int nth, Trial trial, TrialGround ground, TrialTranscript transcript)
    {
        var work = file.Work(wait.Id);
        var due = WorkEffects.Due(work?.Inputs["dueAt"] ?? Value.None, ground.Calendar);
        return Plain(file, wait, nth, transcript) with
        {
            About = (work?.Inputs["about"] as Value.Text)?.Content ?? "",
            Role = work?.Role,
            RoleName = work?.Role is { } role ? Roles.NameOf(role) : "だれでも",
            Due = due is { } at ? JapaneseEra.Long(JapaneseEra.DayInTokyo(at)) : null,
            IsLate = due < trial.Now,
            FormTitle = moves.FormOf(file, wait).Title,
        };
    }

    private static TrialView.Open Plain(TrialCase file, Wait wait, int nth, TrialTranscript transcript) => new(
        file.Process.Id, wait.NodeId, nth, Label(file, wait.NodeId), About: "", transcript.PartOf(file.Process), Role: null, RoleName: "", Due: null, IsLate: false, FormTitle: null);

    /// <summary>In the order in which <see cref="Trial.Find{TWait}"/> counts those at one element.</summary>
    private static IEnumerable<TrialView.Open> Waits<TWait>(Trial trial, Func<TrialCase, TWait, int, TrialView.Open> show)
        where TWait : Wait =>
        Each<TWait>(trial)
            .GroupBy(static found => (found.Case.Process.Id, found.Wait.NodeId))
            .SelectMany(group => group.Select((found, nth) => show(found.Case, found.Wait, nth)));

    private static IEnumerable<(TrialCase Case, TWait Wait)> Each<TWait>(Trial trial)
        where TWait : Wait =>
        trial.Cases.Where(static file => file.IsOpen).SelectMany(static file => file.Waits.OfType<TWait>(), static (file, wait) => (file, wait));

    private static bool IsNotRun(Trial trial, TrialView.Open call) =>
        trial.Find<Wait.ForCase>(new TrialPlace(call.Procedure, call.Node, call.Nth)) is { } open
        && !trial.Cases.Any(file => file.Caller == open.Case && string.Equals(file.CallId, open.Wait.Id, StringComparison.Ordinal));

    private static TrialView.Mark[] Marks(Trial trial, TrialGround ground) =>
    [
        .. trial.Cases
            .Where(file => file.IsOpen && string.Equals(file.Process.Id, ground.Process.Id, StringComparison.Ordinal))
            .SelectMany(static file => file.State!.Tokens)
            .GroupBy(static token => token.NodeId, StringComparer.Ordinal)
            .Select(static group => new TrialView.Mark(group.Key, group.Count(), group.Select(static token => token.Trouble?.Reason).FirstOrDefault(static reason => reason is not null))),
    ];

    private static string Undelivered(TrialMessage message) => message.IsAmbiguous
        ? $"メッセージ「{message.Name}」を待っているものが複数あり、どれに渡すか決められません。"
        : $"メッセージ「{message.Name}」を待っているものがありません。";

    private static string? Ending(TrialCase file) => file.State?.End switch
    {
        null => null,
        CaseEnd.Cancelled => "中止",
        CaseEnd.Failed => "誤りで終了",
        _ => "終了",
    };

    private static string Label(TrialCase file, string nodeId) => file.Process.Find(nodeId)?.Label ?? nodeId;
}

using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;
using OfficeWorkflow.Workflows.Trying;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying;

/// <summary>Makes the moves of a script in a trial, each by the rules that hold for people.</summary>
public sealed class TrialMoves(FormLibrary forms, WorkDesk desk, TrialSamples samples)
{
    private const string Someone = "administrator";

    internal static Outcome<Value.Record> Read(string? lines) => WrittenValues.Read(lines);

    /// <returns>Why it cannot be made; null when it was.</returns>
    public Refusal? Make(Trial trial, TrialGround ground, TrialMove move)
    {
        var place = new TrialPlace(move.Procedure ?? ground.Process.Id, move.Node ?? "", Math.Max(0, move.Nth));
        return move.Do switch
        {
            "finish" => Finish(trial, ground, move, place),
            "back" => Tell(trial, new TrialStep.SendBack(place, move.Name ?? "", move.Reason ?? "", move.As)),
            "perform" => WithValues(move, values => Tell(trial, new TrialStep.Perform(place, values))),
            "fail" => Tell(trial, new TrialStep.Fail(place, move.Reason ?? "", string.IsNullOrWhiteSpace(move.Code) ? null : move.Code.Trim())),
            "return" => WithValues(move, values => Tell(trial, new TrialStep.Return(place, values))),
            "message" => WithValues(move, values => Tell(trial, new TrialStep.Message(move.Name ?? "", move.Key ?? "", values))),
            "signal" => WithValues(move, values => Tell(trial, new TrialStep.Signal(move.Name ?? "", values))),
            "next" => Tell(trial, new TrialStep.NextTimer()),
            "advance" => IsoDuration.Read(move.Length ?? "") is { IsPositive: true } length
                ? Tell(trial, new TrialStep.Advance(length))
                : new Refusal("advance-unreadable", "進める時間は P1D（1日）や PT1H（1時間）のように指定してください。", nameof(move.Length)),
            "cancel" => Tell(trial, new TrialStep.Cancel(move.Reason ?? "", move.As)),
            _ => new Refusal("trial-move-unknown", "この操作はできません。ページを開き直してください。", nameof(move.Do)),
        };
    }

    /// <summary>The form of open work as it is shown in a trial: with what was typed, or filled in by samples.</summary>
    internal FormSheet? Sheet(Trial trial, TrialGround ground, TrialPlace place, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>>? entries)
    {
        if (trial.Find<Wait.ForWork>(place) is not { } open)
        {
            return null;
        }

        var context = TrialForms.Context(trial, open.Case, open.Wait, FormOf(open.Case, open.Wait), ground);
        var typed = entries is null ? TrialForms.Fill(context, CivilTime.DayOf(trial.Now, ground.Calendar.Zone)) : FormTyped.Of(context.Form, entries);
        return new FormSheet(context, typed, "") { Hidden = AnswerReader.Read(context, typed).Hidden };
    }

    internal FormDefinition FormOf(TrialCase file, Wait.ForWork wait)
    {
        var work = file.Work(wait.Id);
        var form = forms.Find((work?.Inputs["form"] as Value.Text)?.Content, file.Process);
        return TrialForms.Of(form ?? new FormDefinition(wait.NodeId, work?.Name ?? wait.NodeId));
    }

    private Refusal? Finish(Trial trial, TrialGround ground, TrialMove move, TrialPlace place)
    {
        if (trial.Find<Wait.ForWork>(place) is not { } open)
        {
            return Tell(trial, new TrialStep.Finish(place, Value.Record.Empty));
        }

        var form = FormOf(open.Case, open.Wait);
        if (NotYours(open.Case.Work(open.Wait.Id), form, move.As) is { } no)
        {
            return no;
        }

        var sheet = Sheet(trial, ground, place, move.Typed)!;
        var answers = AnswerReader.Read(sheet.Context, sheet.Typed);
        return answers.Refusal ?? Tell(trial, new TrialStep.Finish(place, samples.Given(form.Act, answers.Values), move.As));
    }

    /// <summary>The rule of the inbox, for a puppet that has one role.</summary>
    private Refusal? NotYours(Effect.OpenWorkItem? work, FormDefinition form, string? role)
    {
        var actor = role ?? work?.Role ?? Someone;
        var reserved = desk.ReservedTo(form.Key);
        if (reserved.Count > 0 && !reserved.Contains(actor, StringComparer.Ordinal))
        {
            return new Refusal("act-reserved", $"この作業は{WorkRules.NamesOf(reserved)}だけができます。「だれとして」を選び直してください。", nameof(TrialMove.As));
        }

        return work?.Role is { } lane && !string.Equals(lane, actor, StringComparison.Ordinal)
            ? new Refusal("not-your-role", $"この作業は「{Roles.NameOf(lane)}」の作業です。「だれとして」を選び直してください。", nameof(TrialMove.As))
            : null;
    }

    private static Refusal? WithValues(TrialMove move, Func<Value.Record, Refusal?> tell) => Read(move.Values) switch
    {
        Outcome<Value.Record>.Done done => tell(done.Value),
        Outcome<Value.Record>.Refused no => no.Refusal,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Refusal? Tell(Trial trial, TrialStep step) =>
        trial.Tell(step) is { } refused ? new Refusal(refused.Code, refused.Reason) : null;
}

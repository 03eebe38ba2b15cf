using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Procedures;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;
using OfficeWorkflow.Workflows.Timing;
using OfficeWorkflow.Workflows.Trying;

namespace OfficeWorkflow.Workflows.Tests.Trying;

public sealed class TrialTests
{
    /// <summary>Thursday.</summary>
    private static readonly DateTimeOffset Begun = new(2026, 3, 26, 15, 0, 0, TimeSpan.FromHours(9));

    private static readonly ImmutableArray<Process> Published = [.. BuiltIns.All.Select(static procedure => Bpmn.Read(procedure.Source))];

    private static readonly TrialWorld World = new(WorkCalendar.WeekdaysInTokyo, Published);

    [Fact]
    public void The_clock_brings_what_falls_due_each_at_its_time_and_what_follows_with_it()
    {
        var trial = Consent();
        trial.Tell(new TrialStep.Finish(new("consent", "consent-explain"), Values(("method", Value.Of("link")), ("consentId", Value.Of("consent-1")))));

        Assert.Null(trial.Tell(new TrialStep.NextTimer()));
        Assert.Equal(Tokyo(3, 31), trial.Now);
        Assert.Null(trial.Tell(new TrialStep.Advance(IsoDuration.Read("P20D")!)));

        Assert.Equal(
            """
            03-26 Work consent-explain specialist
            03-26 Service request-consent Office.RequestConsent
            03-31 Service remind-consent Office.RemindConsent
            04-03 Service remind-consent Office.RemindConsent
            04-06 Work consent-escalated manager
            04-06 Service notify-manager Office.SendMail escalation-notice
            04-08 Service remind-consent Office.RemindConsent
            04-15 Service tell-expired Office.ExpireConsent
            04-15 Work consent-explain specialist
            """.ReplaceLineEndings("\n"),
            Lines(trial));
    }

    [Fact]
    public void A_called_procedure_is_run_in_the_same_trial_and_gives_back_what_is_mapped()
    {
        var trial = Drafted();

        Assert.Equal(["plan-creation", "consent"], trial.Cases.Select(static file => file.Process.Id));
        trial.Tell(new TrialStep.Finish(new("consent", "consent-explain"), Values(("method", Value.Of("paper")))));
        trial.Tell(new TrialStep.Finish(new("consent", "consent-paper"), Values(("outcome", Value.Of("agreed")))));

        Assert.Equal(Value.Of("agreed"), trial.Cases[0].State!.Variables["draftOutcome"]);
        Assert.False(trial.Cases[1].IsOpen);
        Assert.NotNull(trial.Find<Wait.ForWork>(new("plan-creation", "draft-delivery")));
    }

    [Fact]
    public void A_message_starts_the_procedure_that_waits_for_it()
    {
        var trial = new Trial(World, Begun);
        trial.Begin(World.Find("monitoring")!, Values(("clientId", Value.Of("a")), ("clientName", Value.Of("利用者A"))));
        trial.Tell(new TrialStep.Finish(new("monitoring", "visit-plan"), Values(("visitOn", Value.Of(new DateOnly(2026, 4, 20))))));
        trial.Tell(new TrialStep.Finish(new("monitoring", "visit"), Value.Record.Empty));
        trial.Tell(new TrialStep.Finish(new("monitoring", "monitoring-report"), Values(("result", Value.Of("midChange")))));

        Assert.False(trial.Cases[0].IsOpen);
        Assert.NotNull(trial.Find<Wait.ForWork>(new("plan-creation", "info-provision")));
    }

    [Fact]
    public void The_same_steps_give_the_same_facts_to_the_letter()
    {
        var (one, other) = (Written(Drafted()), Written(Drafted()));

        Assert.NotEmpty(one);
        Assert.Equal(one, other);
    }

    [Fact]
    public void What_is_not_open_is_refused_and_nothing_changes()
    {
        var trial = Consent();
        var before = trial.Facts.Count;

        Assert.Equal("trial-not-open", trial.Tell(new TrialStep.Finish(new("consent", "consent-paper"), Value.Record.Empty))?.Code);
        Assert.Equal("trial-no-timer", trial.Tell(new TrialStep.NextTimer())?.Code);
        Assert.Equal(before, trial.Facts.Count);
    }

    [Fact]
    public void A_service_that_is_held_waits_for_how_it_came_out()
    {
        var trial = new Trial(World with { HoldsServices = true }, Begun);
        trial.Begin(World.Find("consent")!, Value.Record.Empty);
        trial.Tell(new TrialStep.Finish(new("consent", "consent-explain"), Values(("method", Value.Of("link")), ("consentId", Value.Of("consent-1")))));

        Assert.NotNull(trial.Find<Wait.ForService>(new("consent", "request-consent")));
        trial.Tell(new TrialStep.Fail(new("consent", "request-consent"), "宛先がありません。"));

        Assert.Equal("request-consent", Assert.Single(trial.Cases[0].State!.StuckTokens).NodeId);
    }

    [Fact]
    public void A_procedure_that_goes_round_for_ever_is_stopped_and_says_so()
    {
        var process = Bpmn.Read(Bpmn.File(
            """
            <startEvent id="start"/><exclusiveGateway id="again"/>
            <intermediateCatchEvent id="wait"><timerEventDefinition><timeDuration>duration("PT1M")</timeDuration></timerEventDefinition></intermediateCatchEvent>
            """,
            "start > again > wait > again"));
        var trial = new Trial(new TrialWorld(WorkCalendar.WeekdaysInTokyo, [process]), Begun);
        trial.Begin(process, Value.Record.Empty);
        trial.Tell(new TrialStep.Advance(IsoDuration.Read("P30D")!));

        Assert.True(trial.IsExhausted);
        Assert.Equal(Trial.MostFacts, trial.Facts.Count);
    }

    [Fact]
    public void A_case_that_runs_already_is_seen_into_the_future_and_stays_as_it_is()
    {
        var running = Consent();
        running.Tell(new TrialStep.Finish(new("consent", "consent-explain"), Values(("method", Value.Of("link")), ("consentId", Value.Of("consent-1")))));
        var stored = CaseFormat.Write(running.Cases[0].State!);

        var future = new Trial(World, Begun.AddDays(1));
        future.Join(running.Cases[0].Process, CaseFormat.Read(stored));
        future.Tell(new TrialStep.Advance(IsoDuration.Read("P6D")!));

        Assert.Equal("03-31 Service remind-consent Office.RemindConsent", Lines(future));
        Assert.Equal(stored, CaseFormat.Write(running.Cases[0].State!));
    }

    private static Trial Consent()
    {
        var trial = new Trial(World, Begun);
        Assert.Null(trial.Begin(World.Find("consent")!, Values(("clientId", Value.Of("a")), ("clientName", Value.Of("利用者A")), ("stage", Value.Of("plan")))));
        return trial;
    }

    private static Trial Drafted()
    {
        var trial = new Trial(World, Begun);
        trial.Begin(World.Find("plan-creation")!, Values(("clientId", Value.Of("a")), ("clientName", Value.Of("利用者A"))));
        foreach (var node in new[] { "contract", "contract-report", "info-provision", "plan-request", "assessment" })
        {
            Assert.Null(trial.Tell(new TrialStep.Finish(new("plan-creation", node), Value.Record.Empty, "specialist")));
            trial.Tell(new TrialStep.Advance(IsoDuration.Read("P1D")!));
        }

        Assert.Null(trial.Tell(new TrialStep.Finish(new("plan-creation", "plan-draft"), Values(("planId", Value.Of("plan-1"))))));
        return trial;
    }

    private static string Lines(Trial trial) => string.Join('\n', Landmarks.Of(trial, WorkCalendar.WeekdaysInTokyo).Select(static landmark =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{landmark.On:MM-dd} {landmark.Kind} {landmark.NodeId} {landmark.Detail}").TrimEnd()));

    private static string Written(Trial trial) => string.Join('\n', trial.Facts.SelectMany(static fact => fact.Events.Select(CaseFormat.WriteEvent)));

    private static DateTimeOffset Tokyo(int month, int day) => new(2026, month, day, 9, 0, 0, TimeSpan.FromHours(9));

    private static Value.Record Values(params (string Key, Value Value)[] values) =>
        values.Aggregate(Value.Record.Empty, static (record, field) => record.With(field.Key, field.Value));
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Tests.Office.Meetings;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Procedures;

namespace OfficeWorkflow.Server.Tests.Office;

/// <summary>
/// Trial run and production give the same event list for the same inputs: each shipped procedure is run on the real server and its real
/// database, then told again to a trial.
/// </summary>
public abstract class SameEventsTests(RunningOffice office)
{
    /// <summary>The procedures that the stories below begin with.</summary>
    private static readonly string[] Begun = ["consent", "meeting", "monitoring", "monitoring-round", "plan-creation"];

    [Fact]
    public void J3_Every_shipped_procedure_has_its_story() => Assert.Equal(BuiltIns.All.Select(static shipped => shipped.Key), Begun);

    [Fact]
    public async Task J3_A_consent_that_is_reminded_escalated_and_ended_by_the_clock()
    {
        var (story, _) = await Waiting.ForConsentAsync(office);
        await office.UntilAsync(CircleOfA.Tokyo(2, 20, 9));

        await SameAsync(story, "consent");
    }

    [Fact]
    public async Task J3_A_meeting_from_the_question_for_dates_to_the_minutes()
    {
        var (story, _) = await Waiting.ForDatesAsync(office);
        await office.UntilAsync(CircleOfA.Tokyo(1, 29, 10));
        var meeting = await Waiting.MeetingAsync(story);
        await story.FinishAsync("meeting-choose", ("candidate", Value.Of(meeting.Candidates[0].Id.ToString())), ("absent", Value.Of(Value.Of(meeting.Participants[4].Id.ToString()))));
        await office.UntilAsync(CircleOfA.Tokyo(1, 30, 10));
        await Waiting.ToldAsync(story, "opinion");
        await Waiting.ToldAsync(story, "minutes", ("minutesTo", Value.Of(CircleOfA.Values(("name", Value.Of("サービス管理責任者")), ("mail", Value.Of("p@example.jp"))))));

        await SameAsync(story, "meeting");
    }

    [Fact]
    public async Task J3_A_round_of_monitoring_that_the_clock_begins_and_whose_report_starts_a_plan()
    {
        var story = await ShippedStory.InAsync(office, CircleOfA.Tokyo(3, 31, 10));
        await using (var db = story.Circle.Db())
        {
            var certificate = new Certificate
            {
                Id = Guid.CreateVersion7(),
                OfficeId = story.Circle.OfficeId,
                ClientId = story.Circle.Client.Id,
                Kind = CertificateKind.Adult,
                Number = "0000000001",
                RecordedAt = CircleOfA.Tokyo(3, 16, 9),
            };
            certificate.MonitoringMonths.Add(new MonitoringMonth
            {
                Id = Guid.CreateVersion7(),
                OfficeId = certificate.OfficeId,
                ClientId = certificate.ClientId,
                CertificateId = certificate.Id,
                Month = new DateOnly(2026, 4, 1),
            });
            db.Add(certificate);
            await db.SaveChangesAsync();
        }

        await office.UntilAsync(CircleOfA.Tokyo(4, 20, 9));
        await Waiting.ToldAsync(story, "visit-plan", ("visitOn", Value.Of(new DateOnly(2026, 4, 21))));
        await Waiting.ToldAsync(story, "visit");
        await Waiting.ToldAsync(story, "monitoring-report", ("result", Value.Of("midChange")), ("reason", Value.Of("midChange")));
        await office.UntilAsync(CircleOfA.Tokyo(4, 22, 9));

        await SameAsync(story, "monitoring-round", "monitoring", "plan-creation");
    }

    [Fact]
    public async Task J3_A_plan_through_its_calls_to_the_delivery()
    {
        var (story, file) = await Waiting.ForDecisionAsync(office);
        await office.UntilAsync(CircleOfA.Tokyo(2, 18, 9));
        await Waiting.ToldAsync(story, "decision");
        await Waiting.ToldAsync(story, "plan-final", ("planId", Value.Of(story.Circle.Plan.Id.ToString())));
        var planned = await MeetingStory.PlannedAsync(story.Circle);
        await MeetingStory.ChosenAsync(story.Circle, planned);
        await Waiting.ToldAsync(story, "meeting-plan", ("meetingId", planned["meetingId"]), ("participants", Value.Of(Array.Empty<Value>())));
        await office.UntilAsync(CircleOfA.Tokyo(2, 20, 9));
        await Waiting.ToldAsync(story, "meeting-choose", ("meetingAt", Value.Of(CircleOfA.Tokyo(3, 2, 10))), ("attendees", Value.Of(Array.Empty<Value>())), ("absentees", Value.Of(Array.Empty<Value>())));
        await Waiting.ToldAsync(story, "minutes", ("minutesTo", Value.Of(CircleOfA.Values(("name", Value.Of("専門員X")), ("mail", Value.Of("x@example.jp"))))));
        await Waiting.ToldAsync(story, "consent-explain", ("consentId", Value.Of("paper")), ("method", Value.Of("paper")));
        await Waiting.ToldAsync(story, "consent-paper", ("outcome", Value.Of("agreed")));
        while ((await story.Cases.OpenWorkAsync()).FirstOrDefault(static work => work.NodeId is "plan-delivery") is { } work)
        {
            await story.Cases.FinishAsync(work, []);
            await office.DrainAsync();
        }

        Assert.Equal(CaseStatus.Completed, (await story.Cases.FileAsync(file.Id)).Status);
        await SameAsync(story, "plan-creation", "consent", "meeting");
    }

    private static async Task SameAsync(ShippedStory story, params string[] procedures)
    {
        var pairs = (await Retold.FromAsync(story)).Compare().ToList();

        Assert.Empty(procedures.Except(pairs.Select(static pair => pair.Procedure), StringComparer.Ordinal));
        Assert.All(pairs, static pair =>
        {
            Assert.NotEmpty(pair.InTrial);
            Assert.Equal(pair.InProduction, pair.InTrial);
        });
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : SameEventsTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : SameEventsTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.App;
using OfficeWorkflow.Server.App.Rehearsing;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Tests.Office.Meetings;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Tests.Office;

/// <summary>Case A on Monday 19 January, where somebody is asked and does not answer; and how time passes meanwhile.</summary>
internal static class Waiting
{
    public static DateTimeOffset Start { get; } = CircleOfA.Tokyo(1, 19, 10);

    /// <summary>A meeting whose people were asked by mail for dates: two providers and the city's officer.</summary>
    public static async Task<(ShippedStory Story, CaseFile File)> ForDatesAsync(RunningOffice office)
    {
        var story = await BeginAsync(office);
        var file = await story.StartAsync("meeting");
        await story.FinishAsync("meeting-plan", [.. MeetingStory.Plan(story.Circle, MeetingStory.Everybody(story.Circle)).Fields.Select(static field => (field.Key, field.Value))]);
        return (story, file);
    }

    /// <summary>A consent that was asked for by link.</summary>
    public static async Task<(ShippedStory Story, CaseFile File)> ForConsentAsync(RunningOffice office)
    {
        var story = await BeginAsync(office);
        await using (var db = story.Circle.Db())
        {
            await db.Plans.ExecuteUpdateAsync(static plan => plan.SetProperty(static row => row.WrittenOn, new DateOnly(2026, 1, 19)).SetProperty(static row => row.WrittenAt, Start));
        }

        var file = await story.StartAsync("consent", ("stage", Value.Of("plan")));
        await story.FinishAsync(
            "consent-explain",
            ("explainedPlace", Value.Of("居宅")), ("method", Value.Of("link")), ("electronicAgreedOn", Value.Of(new DateOnly(2026, 1, 19))),
            ("electronicMeans", Value.Of("電子メールの案内とウェブの画面")), ("mail", Value.Of("user-a@example.jp")));
        return (story, file);
    }

    /// <summary>The making of a plan whose draft lies with the city.</summary>
    public static async Task<(ShippedStory Story, CaseFile File)> ForDecisionAsync(RunningOffice office)
    {
        var story = await BeginAsync(office);
        var file = await story.StartAsync("plan-creation", ("reason", Value.Of("renewal")));
        foreach (var node in new[] { "info-provision", "plan-request", "assessment", "plan-draft" })
        {
            await ToldAsync(story, node);
        }

        await ToldAsync(story, "consent-explain", ("consentId", Value.Of("paper")), ("method", Value.Of("paper")));
        await ToldAsync(story, "consent-paper", ("outcome", Value.Of("agreed")));
        await ToldAsync(story, "draft-delivery");
        var officer = CircleOfA.Values(("name", Value.Of("M市の担当者")), ("mail", Value.Of("officer@example.jp")));
        await ToldAsync(story, "submit-to-city", ("cityOfficers", Value.Of(officer)));
        return (story, file);
    }

    private static async Task<ShippedStory> BeginAsync(RunningOffice office)
    {
        var story = await ShippedStory.InAsync(office, Start);
        await story.Circle.Get<PrepareOffices>().HandleAsync(story.Circle.OfficeId, CancellationToken.None);
        return story;
    }

    /// <summary>The case is told that work is done, whatever its form asks.</summary>
    public static async Task ToldAsync(ShippedStory story, string node, params (string Key, Value Value)[] values)
    {
        var work = (await story.Cases.OpenWorkAsync()).Single(work => string.Equals(work.NodeId, node, StringComparison.Ordinal));
        Assert.IsType<Outcome<CaseFile>.Done>(await story.Cases.FinishAsync(work, CircleOfA.Values(values).Fields));
        await story.Circle.Running.DrainAsync();
    }

    /// <summary>Thirty days, looked at each morning when the office opens.</summary>
    public static async Task DayByDayAsync(RunningOffice office)
    {
        for (var day = 1; day <= 30; day++)
        {
            office.Clock.MoveTo(CircleOfA.Tokyo(1, 19, 9).AddDays(day));
            await office.DrainAsync();
        }
    }

    /// <summary>Thirty days in one act of a rehearsal.</summary>
    public static async Task InOneJumpAsync(RunningOffice office) => Assert.IsType<Outcome<DateTimeOffset>.Done>(
        await office.Services.GetRequiredService<Rehearsal>().HandleAsync("P30D", CancellationToken.None));

    /// <summary>What left the office: day, time, wording, recipient.</summary>
    public static async Task<IReadOnlyList<string>> LeftAsync(ShippedStory story) =>
    [
        .. (await story.Circle.MailsAsync()).Where(static mail => mail.State is MailState.Sent)
            .Select(static mail => string.Create(
                CultureInfo.InvariantCulture,
                $"{TimeZoneInfo.ConvertTime(mail.SentAt!.Value, WorkCalendar.Tokyo):MM-dd HH:mm} {mail.Template} {mail.RecipientName}"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What was written and did not leave: wording, recipient, state.</summary>
    public static async Task<IReadOnlyList<string>> KeptAsync(ShippedStory story) =>
    [
        .. (await story.Circle.MailsAsync()).Where(static mail => mail.State is not (MailState.Sent or MailState.NoAddress))
            .Select(static mail => $"{mail.Template} {mail.RecipientName} {mail.State}")
            .Order(StringComparer.Ordinal),
    ];

    public static async Task<Meeting> MeetingAsync(ShippedStory story)
    {
        await using var db = story.Circle.Db();
        return await db.WholeMeetings.SingleAsync();
    }
}

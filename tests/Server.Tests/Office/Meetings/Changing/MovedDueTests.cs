using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Changing;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Meetings.Changing;

/// <summary>What a case counts from the date of its meeting, when the meeting is moved.</summary>
public abstract class MovedDueTests(RunningOffice office)
{
    [Fact]
    public async Task The_open_minutes_fall_due_by_the_new_date_and_the_story_tells_it()
    {
        var (story, file) = await ChosenAsync([]);
        await using var db = story.Circle.Db();
        Assert.Equal(new DateOnly(2026, 3, 31), await DueAsync(story, "minutes"));

        await MoveAsync(story);

        Assert.Equal(new DateOnly(2026, 4, 27), await DueAsync(story, "minutes"));
        var item = await db.Work.AsNoTracking().SingleAsync(static work => work.NodeId == "minutes");
        Assert.Equal(item.DueAt, item.SortAt);
        var told = await db.WorkMoves.AsNoTracking().SingleAsync(static move => move.Kind == WorkMoveKind.DueChanged);
        Assert.Equal((item.Id, story.Circle.SpecialistX), (told.WorkId, told.ById));
        Assert.True(await db.Audit.AnyAsync(static row => row.Act == "work-due-changed"));
        var host = await Staff.JoinAsync(office, ["specialist"], story.Circle.OfficeId);
        await host.Browser.GetAsync($"/cases/{file.Id}");
        Assert.Contains("作業「会議録をつくる」の期限を変えました。", host.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minutes_that_open_after_the_move_fall_due_by_the_new_date()
    {
        var (story, _) = await ChosenAsync([static story => story.Circle.Commissioner.Id]);
        Assert.Equal("opinion", await story.DoingAsync());

        await MoveAsync(story);
        await story.FinishAsync("opinion", ("answeredOn", Value.Of(new DateOnly(2026, 3, 16))), ("means", Value.Of("phone")), ("content", Value.Of("夜間の火事は近所で見守れる。")));

        Assert.Equal("minutes", await story.DoingAsync());
        Assert.Equal(new DateOnly(2026, 4, 27), await DueAsync(story, "minutes"));
    }

    private static async Task<DateOnly?> DueAsync(ShippedStory story, string node)
    {
        await using var db = story.Circle.Db();
        var item = await db.Work.AsNoTracking().SingleAsync(work => work.NodeId == node && work.EndedAt == null);

        return item.DueAt is { } due ? JapaneseEra.DayInTokyo(due) : null;
    }

    private static async Task MoveAsync(ShippedStory story)
    {
        await using var db = story.Circle.Db();
        var meeting = await db.Meetings.AsNoTracking().SingleAsync();
        var shown = (await MoveMeeting.ShowAsync(meeting.Id, db, CancellationToken.None))!;
        var form = shown.Form with { Date = "令和8年4月20日", Reason = "本人が入院したため" };
        var moved = await MoveMeeting.HandleAsync(
            shown with { Form = form }, story.Circle.SpecialistX, db, story.Circle.Get<TellInvited>(), story.Circle.Get<CaseRunner>(), story.Circle.Running.Clock.GetUtcNow(), CancellationToken.None);
        moved.Done();
        await story.Circle.Running.DrainAsync();
    }

    /// <summary>The meeting of Tuesday 24 March is fixed.</summary>
    private async Task<(ShippedStory Story, CaseFile File)> ChosenAsync(IReadOnlyList<Func<ShippedStory, Guid>> absent)
    {
        var story = await ShippedStory.InAsync(office, MeetingStory.Asked);
        var file = await story.StartAsync("meeting");
        await story.FinishAsync("meeting-plan", [.. MeetingStory.Plan(story.Circle, MeetingStory.Everybody(story.Circle)).Fields.Select(static field => (field.Key, field.Value))]);
        await using var db = story.Circle.Db();
        var meeting = await db.WholeMeetings.AsNoTracking().SingleAsync();
        var away = absent.Select(person => Value.Of(meeting.Participants.Single(one => one.PersonId == person(story)).Id.ToString()));
        await story.FinishAsync("meeting-choose", ("candidate", Value.Of(meeting.Candidates[0].Id.ToString())), ("absent", Value.Of(away)));

        return (story, file);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MovedDueTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MovedDueTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Records;
using OfficeWorkflow.Server.Office.OfficialForms;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Meetings;

public abstract class MinutesActTests(RunningOffice office)
{
    [Fact]
    public async Task Keeps_what_was_said_and_who_was_there()
    {
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);
        await MeetingStory.ChosenAsync(circle, planned, circle.Commissioner.Id);
        await using var db = circle.Db();

        var answer = await ApplyAsync(circle, db, planned, static _ => true);
        await db.SaveChangesAsync();

        var minutes = await db.WholeMinutes.SingleAsync();
        Assert.Equal((new DateOnly(2026, 3, 24), new TimeOnly(13, 30), circle.SpecialistX), (minutes.HeldOn, minutes.From, minutes.WrittenBy));
        Assert.Equal("近所の見守り", minutes.Items[0].Topic);
        Assert.Equal(6, minutes.Attendances.Count);
        // The mother has no address, the client is told in person, the commissioner has no mail.
        Assert.Equal(["生活介護事業所Pの担当者", "居宅介護事業所Qの担当者", "M市の担当者"], MeetingStory.Names(answer.Done()["minutesTo"]));
    }

    [Fact]
    public async Task F16_The_form_opens_with_who_was_expected_the_time_the_place_and_the_agenda()
    {
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle, "通所の回数\n福祉用具について");
        await MeetingStory.ChosenAsync(circle, planned, circle.Commissioner.Id);
        await using var db = circle.Db();

        var form = await new MinutesAct().PrefillAsync(circle.Act(db, CircleOfA.Tokyo(3, 24, 16), ("meetingId", planned["meetingId"])), CancellationToken.None);

        Assert.Equal((Value.Of(new DateOnly(2026, 3, 24)), Value.Of("生活介護事業所P")), (form.Values["heldOn"], form.Values["place"]));
        Assert.Equal((new Value.Clock(new TimeOnly(13, 30)), new Value.Clock(new TimeOnly(14, 50))), (form.Values["from"], form.Values["to"]));
        Assert.Equal(["通所の回数", "福祉用具について"], ((Value.List)form.Values["items"]).Items.Select(static item => ((Value.Text)((Value.Record)item)["topic"]).Content));
        Assert.Equal([true, true, true, true, true, false], ((Value.List)form.Values["attendance"]).Items.Select(static row => ((Value.YesNo)((Value.Record)row)["attended"]).Answer));
    }

    [Fact]
    public async Task H8_The_form_and_the_paper_say_what_changed_since_the_plan_before()
    {
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);
        await using var db = circle.Db();
        var before = circle.NewPlan(PlanStage.Final, version: 1, goal: "週1回ヘルパーと入浴する");
        before.Agree(new DateOnly(2026, 2, 1));
        db.Add(before);
        await ApplyAsync(circle, db, planned, static _ => true);
        await db.SaveChangesAsync();

        var form = await new MinutesAct().PrefillAsync(circle.Act(db, CircleOfA.Tokyo(3, 24, 16), ("meetingId", planned["meetingId"])), CancellationToken.None);
        var paper = await MinutesPapers.OfAsync(db, await db.WholeMinutes.SingleAsync(), CancellationToken.None);

        var fact = Assert.Single(form.Facts, static fact => fact.Label.StartsWith("前の計画からの変更", StringComparison.Ordinal));
        Assert.Matches("(?s)体を清潔にしたい.*前: .*週1回ヘルパーと入浴する.*今: .*週3回ヘルパーと入浴する", fact.Label + fact.Text);
        Assert.Equal("支援: 体を清潔にしたい", Assert.Single(paper.Changes).Heading);
    }

    [Fact]
    public async Task Without_the_client_the_minutes_say_why_and_how_the_client_was_heard()
    {
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);
        await using var db = circle.Db();

        var answer = await ApplyAsync(circle, db, planned, participant => participant.Kind is not ParticipantKind.Client);

        Assert.Equal(["user-absent-reason-missing"], answer.Codes());
    }

    [Fact]
    public async Task Everybody_who_was_asked_is_named_as_there_or_not()
    {
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);
        await using var db = circle.Db();

        var answer = await ApplyAsync(circle, db, planned, static _ => true, static participant => participant.Kind is not ParticipantKind.City);

        Assert.Equal(["attendance-missing"], answer.Codes());
    }

    [Fact]
    public void Only_the_specialist_writes_them() => Assert.Equal(["specialist"], new MinutesAct().ReservedTo);

    private static async Task<Outcome<Value.Record>> ApplyAsync(
        CircleOfA circle, OfficeDb db, Value.Record planned, Func<Participant, bool> attended, Func<Participant, bool>? named = null)
    {
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        var rows = meeting.Participants.Where(named ?? (static _ => true)).Select(one => (Value)CircleOfA.Values(
            ("participant", Value.Of(one.Id.ToString())), ("attended", Value.Of(attended(one)))));

        return await new MinutesAct().ApplyAsync(
            circle.Act(db, CircleOfA.Tokyo(3, 24, 16), ("meetingId", planned["meetingId"])),
            CircleOfA.Values(
                ("heldOn", Value.Of(new DateOnly(2026, 3, 24))), ("from", new Value.Clock(new TimeOnly(13, 30))), ("to", new Value.Clock(new TimeOnly(14, 50))),
                ("place", Value.Of("生活介護事業所P")), ("attendance", Value.Of(rows)),
                ("items", Value.Of(CircleOfA.Values(
                    ("topic", Value.Of("近所の見守り")), ("opinions", Value.Of("週2回声をかける。")), ("conclusion", Value.Of("計画に入れる。"))))),
                ("remaining", Value.Of("なし")), ("userWords", Value.Of("「音楽」と言った。"))),
            CancellationToken.None);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MinutesActTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MinutesActTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

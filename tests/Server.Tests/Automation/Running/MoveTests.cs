using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Notes;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Moving;

namespace OfficeWorkflow.Server.Tests.Automation.Running;

[Trait("Trap", "24")]
public abstract class MoveTests(RunningOffice server)
{
    [Fact]
    public async Task A_case_goes_on_by_the_new_version_with_the_same_work_item_and_the_chosen_timer()
    {
        var cases = await Cases.NewAsync(server);
        var file = await StartedAsync(cases);
        var before = Assert.Single(await cases.OpenWorkAsync());

        Assert.IsType<Outcome<CaseFile>.Done>(await MoveAsync(cases, file.Id, MoveChoices.None with
        {
            Nodes = ImmutableDictionary<string, string>.Empty.Add("ask", "ask-again"),
            Timers = ImmutableDictionary<string, TimerChoice>.Empty.Add("remind", TimerChoice.Keep),
        }));

        var work = Assert.Single(await cases.OpenWorkAsync());
        Assert.Equal((before.Id, "ask-again", "ask-again"), (work.Id, work.NodeId, work.Name));
        await cases.FinishAsync(work);
        Assert.Equal("more", Assert.Single(await cases.OpenWorkAsync()).Name);
        await using var db = cases.Db();
        Assert.Equal(TimerState.Disarmed, (await db.Timers.SingleAsync()).State);
    }

    [Fact]
    public async Task What_cannot_be_moved_stays_where_it_is_with_the_reason()
    {
        var cases = await Cases.NewAsync(server);
        var file = await StartedAsync(cases);

        var answer = await MoveAsync(cases, file.Id, MoveChoices.None);

        Assert.Equal("node-gone", Assert.IsType<Outcome<CaseFile>.Refused>(answer).Refusal.Code);
        Assert.Equal("ask", Assert.Single(await cases.OpenWorkAsync()).NodeId);
        Assert.Equal(file.VersionId, (await cases.FileAsync(file.Id)).VersionId);
    }

    [Fact]
    public async Task K8_What_people_have_begun_stays_theirs_the_claim_the_draft_the_note_and_the_answer_that_is_awaited()
    {
        var cases = await Cases.NewAsync(server);
        var clerk = await Staff.JoinAsync(server, [Roles.Clerk], cases.OfficeId);
        await cases.PublishAsync("p", Asking("ask"));
        var file = await cases.StartAsync("p");
        await cases.PublishAsync("p", Asking("ask-again"));
        var work = Assert.Single(await cases.OpenWorkAsync());
        await BeginAsync(cases, clerk, file, work);

        Assert.IsType<Outcome<CaseFile>.Done>(await MoveAsync(cases, file.Id, MoveChoices.None with
        {
            Nodes = ImmutableDictionary<string, string>.Empty.Add("ask", "ask-again"),
        }));

        await using var db = cases.Db();
        var moved = await db.Work.SingleAsync(static row => row.EndedAt == null);
        Assert.Equal((work.Id, "ask-again", clerk.PersonId), (moved.Id, moved.NodeId, moved.AssigneeId));
        Assert.Equal("""{"wishes":"書きかけ"}""", (await db.FormDrafts.SingleAsync(row => row.WorkId == moved.Id)).Typed);
        Assert.Equal("明日もう一度電話する", (await db.CaseNotes.SingleAsync(row => row.CaseId == file.Id)).Text);
        Assert.Equal(MessageState.Delivered, Assert.IsType<Outcome<MessageState>.Done>(await cases.DeliverAsync("answered", "k1", "m1")).Value);
        await cases.FinishAsync(moved);
        Assert.Equal(CaseStatus.Completed, (await cases.FileAsync(file.Id)).Status);
    }

    private static async Task<CaseFile> StartedAsync(Cases cases)
    {
        await cases.PublishAsync("p", new Bpmn("p").Start().Work("ask").Boundary("remind", "ask", "P7D", isInterrupting: false).Work("hurry").End()
            .Path("start", "ask", "end").Path("remind", "hurry"));
        var file = await cases.StartAsync("p");
        await cases.PublishAsync("p", new Bpmn("p").Start().Work("ask-again").Boundary("remind", "ask-again", "P3D", isInterrupting: false).Work("hurry").Work("more").End()
            .Path("start", "ask-again", "more", "end").Path("remind", "hurry"));

        return file;
    }

    private static Bpmn Asking(string ask) => new Bpmn("p").Start().Fork("fork").Work(ask).Receive("hear", "answered", "\"k1\"").End().End("heard")
        .Path("start", "fork", ask, "end").Path("fork", "hear", "heard");

    private async Task BeginAsync(Cases cases, Staff clerk, CaseFile file, WorkItem work)
    {
        var now = server.Clock.GetUtcNow();
        await using var db = cases.Db();
        var row = await db.Work.SingleAsync(one => one.Id == work.Id);
        (row.AssigneeId, row.AssignedAt) = (clerk.PersonId, now);
        db.FormDrafts.Add(new FormDraft { OfficeId = cases.OfficeId, WorkId = work.Id, PersonId = clerk.PersonId, Typed = """{"wishes":"書きかけ"}""", SavedAt = now });
        db.CaseNotes.Add(new CaseNote { Id = Guid.CreateVersion7(), OfficeId = cases.OfficeId, CaseId = file.Id, WrittenAt = now, WrittenBy = clerk.PersonId, Text = "明日もう一度電話する" });
        await db.SaveChangesAsync();
    }

    private async Task<Outcome<CaseFile>> MoveAsync(Cases cases, Guid caseId, MoveChoices choices)
    {
        await using var db = cases.Db();
        var file = await db.Cases.SingleAsync(row => row.Id == caseId);
        var version = await ProcedureLibrary.NumberAsync(db, cases.OfficeId, "p", 2, CancellationToken.None);

        return await cases.Runner.MoveAsync(db, file, version!, choices, server.Clock.GetUtcNow(), by: null, CancellationToken.None);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MoveTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MoveTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

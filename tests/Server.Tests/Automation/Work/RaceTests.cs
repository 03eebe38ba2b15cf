using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Incidents.Examining;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.People.Absences;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Moving;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Tests.Automation.Work;

/// <summary>
/// Two hundred generated races for one work item: several people claim, finish, send back, ask for preparation, stand in, cancel the case,
/// publish and move it at the same moment. The work ends once, whoever was too late is told by whom, and the doctor finds nothing.
/// </summary>
public abstract class RaceTests(RunningOffice office)
{
    private const int Races = 200;
    private const int People = 5;

    private enum Act
    {
        Claim,
        Finish,
        Return,
        Delegate,
        Substitute,
        Cancel,
        Publish,
        Move,
    }

    /// <param name="By">Who was faster, as the answer says.</param>
    private sealed record Answer(Act Act, bool IsDone, HttpStatusCode Status, string? Code, string? By);

    private static Bpmn Drawing(int version) => new Bpmn("desk").Start().Work("first").Work("task", name: $"task {version}").Work("after").End().Path("start", "first", "task", "after", "end");

    [Fact]
    public async Task Two_hundred_generated_races_end_well_with_one_winner_and_every_loser_told_who()
    {
        var desk = await Desk.OfAsync(office, static () => Drawing(0));
        var people = new List<ApiCaller>();
        for (var number = 0; number < People; number++)
        {
            people.Add(await ApiCaller.OfAsync(office, await Staff.JoinAsync(office, [Roles.Clerk, Roles.Manager], desk.Cases.OfficeId, $"職員{number}")));
        }

        var (wrong, won, lost) = (new List<string>(), new HashSet<Act>(), new HashSet<Act>());
        for (var seed = 0; seed < Races; seed++)
        {
            var (answers, faults) = await RaceAsync(desk, people, new Random(seed), seed);
            won.UnionWith(answers.Where(static answer => answer.IsDone).Select(static answer => answer.Act));
            lost.UnionWith(answers.Where(static answer => !answer.IsDone).Select(static answer => answer.Act));
            wrong.AddRange(faults.Select(what => $"race {seed}: {what}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(Enum.GetValues<Act>().Except(won));
        // Nothing else publishes, and nothing else ends a case.
        Assert.Empty(Enum.GetValues<Act>().Except([Act.Publish, Act.Cancel]).Except(lost));
        var report = await office.Services.GetRequiredService<Doctor>().HandleAsync(new Scope.CaseOffice(desk.Cases.OfficeId), repairs: false, CancellationToken.None);
        Assert.Empty(report.Ailments);
        Assert.True(report.Examined > 0);
    }

    private async Task<(IReadOnlyList<Answer> Answers, IEnumerable<string> Faults)> RaceAsync(Desk desk, List<ApiCaller> people, Random dice, int seed)
    {
        var (first, item) = await BeginAsync(desk, people[0]);
        var holder = dice.Next(2) == 0 ? null : people[dice.Next(People)];
        if (holder is not null)
        {
            await holder.SendAsync($"/api/v1/work/{item.Id}/claim", new { });
        }

        var racers = people.ToArray();
        dice.Shuffle(racers);
        var acts = Acts(dice, holder).ToList();
        var answers = await Task.WhenAll(acts.Select((act, number) => ActAsync(act, act is Act.Delegate ? holder! : racers[number], holder, desk, item, seed)));
        await EndAbsencesAsync(desk);
        return (answers, await WrongAsync(desk, item, first.CaseId, answers));
    }

    /// <summary>Two to five acts; of those that are one person's or one procedure's, one.</summary>
    private static IEnumerable<Act> Acts(Random dice, ApiCaller? holder)
    {
        var single = new HashSet<Act>();
        for (var number = 2 + dice.Next(4); number > 0; number--)
        {
            var act = (Act)dice.Next(8);
            var needsHolder = act is Act.Delegate or Act.Substitute;
            if ((needsHolder && holder is null) || (act is not (Act.Claim or Act.Finish or Act.Return) && !single.Add(act)))
            {
                act = Act.Finish;
            }

            yield return act;
        }
    }

    private static async Task<(WorkItem First, WorkItem Item)> BeginAsync(Desk desk, ApiCaller starter)
    {
        var first = await desk.StartAsync();
        await starter.SendAsync($"/api/v1/work/{first.Id}/completion", new { operationId = "first", values = new { } });
        await using var db = desk.Cases.Db();
        return (first, await db.Set<WorkItem>().AsNoTracking().SingleAsync(work => work.CaseId == first.CaseId && work.EndedAt == null));
    }

    private async Task<Answer> ActAsync(Act act, ApiCaller who, ApiCaller? holder, Desk desk, WorkItem item, int seed)
    {
        var address = $"/api/v1/work/{item.Id}";
        var finish = new { operationId = $"op-{who.Staff.PersonId:n}", values = new { } };
        switch (act)
        {
            case Act.Claim:
                return Of(act, await who.SendAsync($"{address}/claim", new { }));
            case Act.Finish:
                return Of(act, await who.SendAsync($"{address}/completion", finish));
            case Act.Return:
                return Of(act, await who.SendAsync($"{address}/return", new { to = "first", reason = "やり直し" }));
            case Act.Delegate:
                return Of(act, await who.SendAsync($"{address}/delegation", new { to = (await OtherAsync(desk, who)).ToString(), reason = "頼む" }));
            case Act.Substitute:
                await StandInAsync(desk, holder!.Staff.PersonId, who.Staff.PersonId);
                return Of(act, await who.SendAsync($"{address}/completion", finish));
            case Act.Cancel:
                return Of(act, await who.SendAsync($"/api/v1/cases/{item.CaseId}/cancellation", new { reason = "取りやめ" }));
            case Act.Publish:
                await desk.Cases.PublishAsync("desk", Drawing(seed + 1));
                return new Answer(act, IsDone: true, HttpStatusCode.OK, null, null);
            default:
                return await MoveAsync(desk, item.CaseId);
        }
    }

    private async Task<Answer> MoveAsync(Desk desk, Guid caseId)
    {
        await using var db = desk.Cases.Db();
        var file = await db.Set<CaseFile>().SingleAsync(row => row.Id == caseId);
        var version = await db.Set<ProcedureVersion>().Where(static row => row.Key == "desk").OrderByDescending(static row => row.Number).FirstAsync();
        var told = await office.Services.GetRequiredService<CaseRunner>().MoveAsync(db, file, version, MoveChoices.None, office.Clock.GetUtcNow(), by: null, CancellationToken.None);
        var refusal = (told as Outcome<CaseFile>.Refused)?.Refusal;

        return new Answer(Act.Move, refusal is null, refusal is null ? HttpStatusCode.OK : HttpStatusCode.Conflict, refusal?.Code, refusal?.By);
    }

    private static async Task<IEnumerable<string>> WrongAsync(Desk desk, WorkItem item, Guid caseId, IReadOnlyList<Answer> answers)
    {
        var after = await desk.ReloadAsync(item);
        var file = await desk.Cases.FileAsync(caseId);
        var ended = answers.Count(static answer => answer is { IsDone: true, Act: Act.Finish or Act.Substitute or Act.Return });
        var wrong = new List<string>();
        if (ended + (after.End is WorkEnd.Cancelled ? 1 : 0) != (after.IsOpen ? 0 : 1))
        {
            wrong.Add($"{ended} say that they ended it, and it is {after.End}");
        }

        if (answers.Any(static answer => answer is { IsDone: true, Act: Act.Cancel }) != (file.Status is CaseStatus.Cancelled))
        {
            wrong.Add($"the case is {file.Status}");
        }

        wrong.AddRange(answers.Where(static answer => !answer.IsDone && (answer.By is null || answer is not ({ Status: HttpStatusCode.Conflict } or { Status: HttpStatusCode.Forbidden, Code: "work-delegated" })))
            .Select(static answer => $"{answer.Act} lost without being told: {(int)answer.Status} {answer.Code}"));
        return wrong.Select(what => $"{what} of {string.Join(", ", answers.Select(static answer => $"{answer.Act} {answer.Code ?? "done"} {answer.By}"))}");
    }

    private static Answer Of(Act act, (HttpStatusCode Status, JsonElement Json) answer) => answer.Status is HttpStatusCode.OK
        ? new Answer(act, IsDone: true, answer.Status, null, null)
        : new Answer(act, IsDone: false, answer.Status, answer.Json.GetProperty("code").GetString(), answer.Json.TryGetProperty("by", out var by) ? by.GetString() : null);

    private static async Task<Guid> OtherAsync(Desk desk, ApiCaller who)
    {
        await using var db = desk.Cases.Db();
        return await db.Set<PersonRole>().Where(row => row.PersonId != who.Staff.PersonId).OrderBy(static row => row.PersonId).Select(static row => row.PersonId).FirstAsync();
    }

    private async Task StandInAsync(Desk desk, Guid away, Guid substitute)
    {
        await using var db = desk.Cases.Db();
        var today = new DateOnly(2026, 1, 19);
        db.Add(new Absence
        {
            Id = Guid.CreateVersion7(),
            OfficeId = desk.Cases.OfficeId,
            PersonId = away,
            SubstituteId = substitute,
            FromOn = today,
            UntilOn = today,
            SetBy = away,
            SetAt = office.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
    }

    private static async Task EndAbsencesAsync(Desk desk)
    {
        await using var db = desk.Cases.Db();
        await db.Set<Absence>().ExecuteDeleteAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : RaceTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : RaceTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

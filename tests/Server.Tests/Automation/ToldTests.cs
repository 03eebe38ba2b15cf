using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Automation.Notes;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Automation;

/// <summary>A case to which people, guests and the clock do whatever comes to their mind: what has changed of it stands in its story.</summary>
public abstract class ToldTests(RunningOffice office)
{
    private const int Acts = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task I1_Nothing_happens_to_a_case_without_an_entry_in_its_story_in_one_order(int seed)
    {
        var scene = await OpenAsync();
        var dice = new Random(seed);
        await office.UntilAsync(office.Clock.GetUtcNow().AddHours(25));
        var (kept, told) = (await KeptAsync(scene), await ToldAsync(scene));
        var done = new List<string>();
        for (var act = 0; act < Acts; act++)
        {
            var (name, doing) = scene.Acts[dice.Next(scene.Acts.Count)];
            done.Add(name);
            await doing(dice);
            var (keptNow, toldNow) = (await KeptAsync(scene), await ToldAsync(scene));

            Assert.True(kept == keptNow || !told.SequenceEqual(toldNow), $"Nothing is told of the last of: {string.Join(", ", done)}\n{kept}\nbecame\n{keptNow}");
            Assert.Equal(toldNow.OrderBy(static entry => entry.At), toldNow);
            (kept, told) = (keptNow, toldNow);
        }

        Assert.Superset(new HashSet<TimelineKind> { TimelineKind.Person, TimelineKind.Mail, TimelineKind.Timer, TimelineKind.System }, told.Select(static entry => entry.Kind).ToHashSet());
    }

    /// <summary>All that is kept about the case, but for what only says how far the machine is.</summary>
    private static async Task<string> KeptAsync(Scene scene)
    {
        await using var db = scene.Cases.Db();
        var id = scene.CaseId;
        var file = await db.Cases.SingleAsync(row => row.Id == id);
        var kept = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"case {file.Status} {file.State}");
        foreach (var line in (await db.Work.Where(row => row.CaseId == id).ToListAsync()).Select(static row => $"work {row.EngineId} {row.AssigneeId} {row.DueAt:O} {row.Priority} {row.End} {row.FinishedById}")
            .Concat((await db.WorkMoves.Where(row => row.CaseId == id).ToListAsync()).Select(static row => $"move {row.Kind} {row.At:O}"))
            .Concat((await db.History.Where(row => row.CaseId == id).ToListAsync()).Select(static row => $"told {row.Number} {row.Told}"))
            .Concat((await db.Timers.Where(row => row.CaseId == id).ToListAsync()).Select(static row => $"timer {row.TimerId} {row.DueAt:O} {row.State}"))
            .Concat((await db.Mails.Where(row => row.CaseId == id).ToListAsync()).Select(static row => $"mail {row.Id} {row.State}"))
            .Concat((await db.Incidents.Where(row => row.CaseId == id).ToListAsync()).Select(static row => $"incident {row.Id} {row.ClosedAt:O}"))
            .Concat((await db.CaseNotes.Where(row => row.CaseId == id).ToListAsync()).Select(static row => $"note {row.Id}"))
            .Order(StringComparer.Ordinal))
        {
            kept.AppendLine(line);
        }

        return kept.ToString();
    }

    private async Task<List<TimelineEntry>> ToldAsync(Scene scene)
    {
        await using var db = scene.Cases.Db();
        var model = await ShowCase.HandleAsync(
            scene.CaseId, canCancel: true, db, office.Services.GetRequiredService<ProcedureLibrary>(), office.Services.GetRequiredService<SubjectList>(), office.Clock, CancellationToken.None);
        return [.. model!.Story.SelectMany(static day => day.Steps).SelectMany(static step => step.Along.Prepend(step.Headline))];
    }

    private async Task<Scene> OpenAsync()
    {
        var cases = await Cases.NewAsync(office);
        await using (var db = cases.Db())
        {
            (await db.Offices.SingleAsync(row => row.Id == cases.OfficeId)).Mail = "office@s.example.jp";
            await db.SaveChangesAsync();
            await OfficeWordings.SeedAsync(db, cases.OfficeId, office.Clock.GetUtcNow(), CancellationToken.None);
        }

        await cases.PublishAsync("life", new Bpmn("life").Start().Fork("split").Work("a").Service("greet").Work("b").Receive("answer", "reply", "clientId").Work("c").Fork("join").End()
            .Repeating("again", "a", "R/P1D").Mail("remind", "template=work-reminder;to==recipient;until=a").End("reminded").Boundary("late", "b", "P2D", isInterrupting: false).End("told")
            .Path("start", "split", "a", "greet", "b", "join", "end").Path("split", "answer", "c", "join").Path("again", "remind", "reminded").Path("late", "told"));
        var file = await cases.StartAsync(
            "life",
            KeyValuePair.Create("clientId", Value.Of("c1")),
            KeyValuePair.Create<string, Value>("recipient", Value.Record.Empty.With("name", Value.Of("相手")).With("mail", Value.Of("someone@example.jp"))));
        return new Scene(
            office, cases, file.Id,
            await ApiCaller.JoinAsync(office, Roles.Manager, cases.OfficeId, "管理者K"), await ApiCaller.JoinAsync(office, Roles.Clerk, cases.OfficeId, "事務員V"));
    }

    private sealed class Scene(RunningOffice office, Cases cases, Guid caseId, ApiCaller manager, ApiCaller clerk)
    {
        private int operation;

        public Cases Cases => cases;

        public Guid CaseId => caseId;

        public IReadOnlyList<(string Name, Func<Random, Task> DoAsync)> Acts =>
        [
            ("claim", dice => WorkAsync(dice, "claim", new { })),
            ("release", dice => WorkAsync(dice, "release", new { })),
            ("assign", dice => WorkAsync(dice, "assignee", new { to = clerk.Staff.PersonId, reason = "休みのため" })),
            ("delegate", dice => WorkAsync(dice, "delegation", new { to = dice.Next(2) == 0 ? manager.Staff.PersonId : clerk.Staff.PersonId })),
            ("take back", dice => WorkAsync(dice, "delegation/end", new { })),
            ("hand back", dice => WorkAsync(dice, "handback", new { })),
            ("due", dice => WorkAsync(dice, "plan", new { dueOn = string.Create(CultureInfo.InvariantCulture, $"R9.2.{dice.Next(1, 28)}"), reason = "待つため" })),
            ("priority", dice => WorkAsync(dice, "plan", new { priority = string.Create(CultureInfo.InvariantCulture, $"{dice.Next(1, 4)}") })),
            ("finish", dice => WorkAsync(dice, "completion", new { operationId = $"op-{++operation}" })),
            ("send back", dice => WorkAsync(dice, "return", new { to = "a", reason = "書き直し" })),
            ("answer", async _ => await cases.DeliverAsync("reply", "c1", $"m-{caseId}")),
            ("clock", dice => office.UntilAsync(office.Clock.GetUtcNow().AddHours(dice.Next(1, 30)))),
            ("drain", async _ => await office.DrainAsync()),
            ("note", NoteAsync),
            ("timer", SetTimerAsync),
        ];

        private async Task WorkAsync(Random dice, string act, object body)
        {
            var open = await cases.OpenWorkAsync();
            if (open.Count > 0)
            {
                await (dice.Next(2) == 0 ? manager : clerk).SendAsync($"/api/v1/work/{open[dice.Next(open.Count)].Id}/{act}", body);
            }
        }

        private async Task NoteAsync(Random dice)
        {
            var browser = await SignedInAsync();
            await browser.GetAsync($"/cases/{caseId}");
            await browser.PostAsync($"/cases/{caseId}/notes", ("text", string.Create(CultureInfo.InvariantCulture, $"メモ{dice.Next()}")));
        }

        private async Task SetTimerAsync(Random dice)
        {
            await using var db = cases.Db();
            if (await db.Timers.FirstOrDefaultAsync(timer => timer.CaseId == caseId && timer.State == TimerState.Armed) is { } timer)
            {
                var address = $"/cases/{caseId}/timers/{timer.Id}";
                var browser = await SignedInAsync();
                await browser.GetAsync(address);
                await browser.PostAsync(address, ("date", "R9.3.1"), ("time", string.Create(CultureInfo.InvariantCulture, $"{dice.Next(9, 17)}時")), ("reason", "家族が留守のため"));
            }
        }

        /// <summary>Days may have passed since the last time.</summary>
        private async Task<Browser> SignedInAsync() => (await Staff.SignInAsync(office, manager.Staff.PersonId, manager.Staff.OfficeId, manager.Staff.Mail)).Browser;
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ToldTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ToldTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

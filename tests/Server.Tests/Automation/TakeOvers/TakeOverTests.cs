using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Incidents.Examining;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.TakeOvers;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Office.Compliance;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Office;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Procedures;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Tests.Automation.TakeOvers;

/// <summary>Offices that come in the middle: cases that begin at a later step, with what was done before.</summary>
public abstract class TakeOverTests(RunningOffice office)
{
    /// <summary>The day of each step of case A, as the paper of the office before gives it.</summary>
    private static readonly Dictionary<string, string> Days = new(StringComparer.Ordinal)
    {
        ["contract"] = "令和8年1月19日",
        ["contract-report"] = "R8.1.20",
        ["info-provision"] = "R8.1.20",
        ["plan-request"] = "R8.1.23",
        ["assessment"] = "2026/1/26",
        ["plan-draft"] = "2026/2/9",
        ["draft-consent"] = "2026/2/12",
        ["draft-delivery"] = "2026/2/12",
        ["submit-to-city"] = "2026/2/16",
        ["decision"] = "2026/3/13",
        ["plan-final"] = "2026/3/16",
        ["meeting"] = "2026/3/24",
        ["plan-consent"] = "2026/3/26",
        ["visit-plan"] = "2026/4/1",
        ["visit"] = "2026/4/20",
    };

    /// <summary>How often each step is begun at: in the first all days are known, in the last every second.</summary>
    protected abstract int Rounds { get; }

    [Fact]
    public async Task Cases_begun_at_every_step_of_plan_making_and_monitoring_go_on_to_their_ends()
    {
        var places = new[] { "plan-creation", "monitoring" }.SelectMany(Places).ToList();
        var begun = 0;
        foreach (var (procedure, place) in Enumerable.Range(0, Rounds).SelectMany(_ => places))
        {
            var round = begun++ / places.Count;
            var midway = await PreparedAsync(procedure, place, withContract: true);

            // All days known and seen on paper, then days alone, then every second day.
            var id = await BeginAsync(midway, procedure, place, step => round < 2 || step % 2 == 0, isChecked: round == 0);
            await midway.PlayOnAsync();

            Assert.True((await midway.FileAsync(id)).Status is CaseStatus.Completed, $"{procedure} from {place}, round {round}: {await midway.WaitingAsync()}");
            await using var db = midway.Ledger.Db();
            Assert.Empty(await db.Cases.Where(static other => other.Status == CaseStatus.Open).ToListAsync());
            Assert.Empty((await office.Services.GetRequiredService<Doctor>().HandleAsync(new Scope.CaseOffice(midway.Lead.OfficeId), repairs: false, CancellationToken.None)).Ailments);
        }

        Assert.Equal(20 * Rounds, begun);
    }

    [Fact]
    public async Task What_was_done_before_is_shown_with_day_source_and_scan_and_the_duties_are_judged_on_its_days()
    {
        var midway = await PreparedAsync("plan-creation", "decision");
        var id = await BeginAsync(midway, "plan-creation", "decision", static _ => true, isChecked: true, scanned: "assessment");

        var browser = (await Staff.SignInAsync(office, midway.Lead.PersonId, midway.Lead.OfficeId, midway.Lead.Mail)).Browser;
        await browser.GetAsync($"/cases/{id}");
        Assert.Contains("引き継いだ段階（9 件）", browser.Text, StringComparison.Ordinal);
        Assert.Matches("訪問してアセスメントする 令和8年1月26日.{0,8} 前の事務所の相談支援台帳 開く 確かめた", browser.Text);
        Assert.Contains("「計画案を市に提出する」は令和8年2月16日に済んでいます。引き継ぎ: 前の事務所の相談支援台帳", browser.Text, StringComparison.Ordinal);
        await using var db = midway.Ledger.Db();
        var scan = await db.TakenOverSteps.Where(static step => step.NodeId == "assessment").Select(static step => step.DocumentId).SingleAsync();
        Assert.Equal("台帳.pdf", (await db.Documents.SingleAsync(row => row.Id == scan)).Name);
        Assert.Equal("decision", (await db.Work.SingleAsync(static work => work.EndedAt == null)).NodeId);
        var duties = await CheckClient.HandleAsync(midway.Ledger.Client.Id, db, new DutySettings(), office.Clock, CancellationToken.None);
        Assert.Equal(
            "C01 Met, C02 Met, C03 Met, C04 Met, C08 Met, C09 Met, C10 Met",
            string.Join(", ", duties!.Checklist.Items.Where(static item => item.Code is "C01" or "C02" or "C03" or "C04" or "C08" or "C09" or "C10").Select(static item => $"{item.Code} {item.State}")));
    }

    [Fact]
    public async Task Days_in_a_wrong_order_are_taken_over_as_they_are_and_the_duties_say_so()
    {
        var midway = await PreparedAsync("plan-creation", "decision");
        await BeginAsync(midway, "plan-creation", "decision", static _ => true, isChecked: false, change: ("on.contract", "2026/2/1"));

        await using var db = midway.Ledger.Db();
        var duties = await CheckClient.HandleAsync(midway.Ledger.Client.Id, db, new DutySettings(), office.Clock, CancellationToken.None);

        Assert.Equal(DutyState.Violated, duties!.Checklist.Items.Single(static item => item.Code is "C01").State);
        Assert.Equal(DutyState.Violated, duties.Checklist.Items.Single(static item => item.Code is "C04").State);
    }

    [Fact]
    public async Task Wrong_days_missing_sources_and_a_plan_that_is_not_there_are_named_and_nothing_is_begun()
    {
        office.Clock.MoveTo(ManualClock.FirstDay);
        var midway = await MidwayCase.InAsync(office);
        office.Clock.MoveTo(Tokyo(3, 27));
        var browser = (await Staff.SignInAsync(office, midway.Lead.PersonId, midway.Lead.OfficeId, midway.Lead.Mail)).Browser;
        await browser.GetAsync(Address(midway, "plan-creation", "decision"));

        var status = await browser.PostAsync("/cases/taking-over/steps", ("on.contract", "令和8年13月1日"), ("on.assessment", "2026/12/1"));
        var wrong = browser.Text;
        var noPlan = await browser.PostAsync("/cases/taking-over/steps", ("source", "台帳"), ("on.contract", "2026/1/19"), ("on.assessment", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("「重要事項説明と契約をする」の日付が読めません", wrong, StringComparison.Ordinal);
        Assert.Contains("「訪問してアセスメントする」にまだ来ていない日が入っています", wrong, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noPlan);
        Assert.Contains("利用者の計画案が台帳に要ります。先に「データの取り込み」で計画を登録してください。", browser.Text, StringComparison.Ordinal);
        Assert.Equal("2026/1/19", browser.ValueOf("on.contract"));
        await using var db = midway.Ledger.Db();
        Assert.Equal((0, 0), (await db.Cases.CountAsync(), await db.TakenOverSteps.CountAsync()));
    }

    [Fact]
    public async Task A_consent_is_not_taken_over_for_a_plan_of_a_case_here_nor_of_a_day_before_the_plan()
    {
        var midway = await PreparedAsync("plan-creation", "decision");
        var made = await MadeHereAsync(midway);
        var browser = (await Staff.SignInAsync(office, midway.Lead.PersonId, midway.Lead.OfficeId, midway.Lead.Mail)).Browser;

        await browser.GetAsync(Address(midway, "plan-creation", "decision"));
        var ofOurs = await browser.PostAsync("/cases/taking-over/steps", ("source", "台帳"), ("on.draft-consent", "2026/2/12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ofOurs);
        Assert.Contains("この計画はここの案件で作られ", browser.Text, StringComparison.Ordinal);
        await using var db = midway.Ledger.Db();
        await db.Plans.ExecuteUpdateAsync(static row => row.SetProperty(static plan => plan.CaseId, (Guid?)null));
        var tooEarly = await browser.PostAsync("/cases/taking-over/steps", ("source", "台帳"), ("on.draft-consent", "2026/2/8"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooEarly);
        Assert.Contains("同意の日が、計画を作成した日（令和8年2月9日", browser.Text, StringComparison.Ordinal);
        Assert.Equal([made], await db.Cases.Select(static file => file.Id).ToListAsync());
        Assert.Equal(0, await db.WholePlans.CountAsync(static plan => plan.ConsentedOn != null));
        Assert.Equal(HttpStatusCode.Redirect, await browser.PostAsync("/cases/taking-over/steps", ("source", "台帳"), ("on.draft-consent", "2026/2/9")));
    }

    /// <summary>The plans of the ledger come out of a case of this office.</summary>
    private async Task<Guid> MadeHereAsync(MidwayCase midway)
    {
        var made = await BeginAsync(midway, "plan-creation", "contract", static _ => true, isChecked: false);
        await using var db = midway.Ledger.Db();
        await db.Plans.ExecuteUpdateAsync(row => row.SetProperty(static plan => plan.CaseId, (Guid?)made));
        return made;
    }

    [Fact]
    public async Task Only_who_leads_takes_over_and_only_for_clients_of_this_office()
    {
        var midway = await MidwayCase.InAsync(office);
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], midway.Lead.OfficeId);
        var stranger = await MidwayCase.InAsync(office);

        Assert.Equal(HttpStatusCode.Forbidden, await clerk.Browser.GetAsync("/cases/taking-over"));
        await stranger.Lead.Browser.GetAsync(Address(midway, "plan-creation", "contract"));
        Assert.DoesNotContain("より前の段階", stranger.Lead.Browser.Text, StringComparison.Ordinal);
        await stranger.Lead.Browser.GetAsync(Address(stranger, "plan-creation", "contract"));
        var status = await stranger.Lead.Browser.PostAsync("/cases/taking-over/steps", ("subject", midway.Ledger.Client.Id.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    private static IEnumerable<(string Procedure, string Place)> Places(string procedure) =>
        from place in TakingOver.Places(ProcedureLibrary.Find(BuiltIns.All.Single(shipped => shipped.Key == procedure).Source, procedure)!)
        select (procedure, place.Id);

    private static DateTimeOffset Tokyo(int month, int day) => new(2026, month, day, 9, 0, 0, TimeSpan.FromHours(9));

    private static string Address(MidwayCase midway, string procedure, string place) =>
        $"/cases/taking-over?subject={midway.Ledger.Client.Id}&procedure={procedure}&place={place}";

    /// <summary>An office whose ledger has the plans that a case at this place is about, on the day on which case A stands there.</summary>
    /// <param name="withContract">The consents to using personal data come with the contract: nobody is invited without them.</param>
    private async Task<MidwayCase> PreparedAsync(string procedure, string place, bool withContract = false)
    {
        office.Clock.MoveTo(ManualClock.FirstDay);
        var midway = await MidwayCase.InAsync(office);
        var process = ProcedureLibrary.Find(BuiltIns.All.Single(shipped => shipped.Key == procedure).Source, procedure)!;
        var before = TakingOver.Before(process, place).Select(TakeOverDesk.KindOf).ToHashSet(StringComparer.Ordinal);
        var isMonitoring = procedure is "monitoring";
        foreach (var form in new[] { "contract", "plan-draft", "decision", "plan-final" }.Where(form => (isMonitoring || before.Contains(form)) && (withContract || form is not "contract")))
        {
            Assert.Empty((await midway.Ledger.FinishAsync(form)).Codes());
        }

        if (isMonitoring)
        {
            await midway.Ledger.AgreeAsync(new DateOnly(2026, 3, 26));
        }

        var last = process.Nodes.Select(static node => node.Id).Where(id => TakingOver.Before(process, place).Any(step => step.Id == id)).Select(id => Days.GetValueOrDefault(id)).OfType<string>()
            .Select(static day => Server.Automation.Forms.TypedText.Day(day)!.Value).DefaultIfEmpty(new DateOnly(2026, 1, 19)).Max();
        office.Clock.MoveTo(new DateTimeOffset(last.ToDateTime(new TimeOnly(16, 30)), TimeSpan.FromHours(9)));
        return midway;
    }

    private async Task<Guid> BeginAsync(
        MidwayCase midway, string procedure, string place, Func<int, bool> isKnown, bool isChecked, string? scanned = null, (string Name, string Value)? change = null)
    {
        var browser = (await Staff.SignInAsync(office, midway.Lead.PersonId, midway.Lead.OfficeId, midway.Lead.Mail)).Browser;
        await browser.GetAsync(Address(midway, procedure, place));
        var asked = Days.Keys.Where(node => browser.Html.Contains($"name=\"on.{node}\"", StringComparison.Ordinal)).ToList();
        var typed = asked.Index().Where(step => isKnown(step.Index))
            .SelectMany(step => new[] { ($"on.{step.Item}", Days[step.Item]), ($"checked.{step.Item}", isChecked ? "true" : "") })
            .Append(("source", "前の事務所の相談支援台帳"));
        typed = browser.Html.Contains("name=\"visitOn\"", StringComparison.Ordinal) ? typed.Append(("visitOn", "2026/4/20")) : typed;
        var fields = (change is { } other ? typed.Where(field => field.Item1 != other.Name).Append(other) : typed).ToArray();
        var status = scanned is null
            ? await browser.PostAsync("/cases/taking-over/steps", fields)
            : await browser.PostAsync("/cases/taking-over/steps", fields, ($"scan.{scanned}", "台帳.pdf", "%PDF-1.4\n%%EOF\n"u8.ToArray()));
        Assert.True(status is HttpStatusCode.Redirect, $"{procedure} from {place}: {browser.Text}");
        return Guid.Parse(browser.Location!.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    /// <summary>Sixty cases, three at each step.</summary>
    public sealed class OnSqlite(RunningOffice.OnSqlite office) : TakeOverTests(office), IClassFixture<RunningOffice.OnSqlite>
    {
        protected override int Rounds => 3;
    }

    /// <summary>Each step once: what differs between the three is decided before anything is stored.</summary>
    public sealed class OnPostgres(RunningOffice.OnPostgres office) : TakeOverTests(office), IClassFixture<RunningOffice.OnPostgres>
    {
        protected override int Rounds => 1;
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Procedures.Trying;
using OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Procedures;

namespace OfficeWorkflow.Server.Tests.Automation.Procedures.Trying;

public abstract class SavedTrialTests(RunningOffice office)
{
    private static readonly string Consent = BuiltIns.All.Single(static shipped => shipped.Key is "consent").Source;

    internal static readonly TrialScript Reminded = new(
        "2026-03-26T15:00",
        StartNode: null,
        "stage = plan",
        HoldsServices: false,
        [
            new("finish")
            {
                Node = "consent-explain",
                Entries = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
                {
                    ["explainedOn"] = ["R8.3.26"], ["explainedPlace"] = ["居宅"], ["signerKind"] = ["self"], ["signerName"] = ["見本"], ["method"] = ["link"],
                    ["electronicAgreedOn"] = ["R8.3.1"], ["electronicMeans"] = ["メール"], ["mail"] = ["a@example.jp"],
                },
            },
            new("next"),
        ]);

    [Fact]
    public async Task A_kept_trial_stops_a_version_that_comes_out_differently_until_it_is_recorded_again()
    {
        var designer = await TrialDesigner.JoinAsync(office, Roles.Administrator);
        var id = await KeepAsync(designer, "3営業日で催促");
        await DraftAsync(designer, Consent.Replace("repeat working days(3, 3)", "repeat working days(5, 3)", StringComparison.Ordinal));

        var refused = Assert.IsType<Outcome<ProcedureVersion>.Refused>(await PublishAsync(designer)).Refusal;
        var finding = Assert.Single(refused.Others);
        Assert.Equal((RunTrials.Rule, "remind-consent"), (finding.Code, finding.Field));
        Assert.Contains("「3営業日で催促」", finding.Reason, StringComparison.Ordinal);
        Assert.Contains("令和8年3月31日(火)に「同意の返事をうながす」が行われる", finding.Reason, StringComparison.Ordinal);
        Assert.Contains("令和8年4月2日(木)に「同意の返事をうながす」が行われる", finding.Reason, StringComparison.Ordinal);

        await designer.Staff.Browser.GetAsync("/procedures/consent/trials");
        Assert.Contains("記録と違う", designer.Staff.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await designer.Staff.Browser.PostAsync($"/procedures/consent/trials/{id}/recording"));
        await designer.Staff.Browser.FollowAsync();
        Assert.DoesNotContain("記録と違う", designer.Staff.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(2, Assert.IsType<Outcome<ProcedureVersion>.Done>(await PublishAsync(designer)).Value.Number);
    }

    [Fact]
    public async Task A_change_that_the_trial_does_not_touch_is_published()
    {
        var designer = await TrialDesigner.JoinAsync(office, Roles.Administrator);
        await KeepAsync(designer, "催促");
        await DraftAsync(designer, Consent.Replace("working days(14)", "working days(20)", StringComparison.Ordinal));

        Assert.IsType<Outcome<ProcedureVersion>.Done>(await PublishAsync(designer));
    }

    [Fact]
    public async Task A_name_is_asked_for_and_is_used_once()
    {
        var designer = await TrialDesigner.JoinAsync(office, Roles.Administrator);
        await KeepAsync(designer, "催促");
        var other = await KeepAsync(designer, "別の催促𠮷髙");

        Assert.Equal("trial-name-taken", await RefusedAsync(designer, "催促"));
        Assert.Equal("trial-name-missing", await RefusedAsync(designer, "  "));
        Assert.Equal("trial-name-missing", await RefusedAsync(designer, new string('長', 2_000)));
        await designer.Staff.Browser.GetAsync("/procedures/consent/trials");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await designer.Staff.Browser.PostAsync($"/procedures/consent/trials/{other}/name", ("name", "催促")));
        Assert.Equal(HttpStatusCode.Redirect, await designer.Staff.Browser.PostAsync($"/procedures/consent/trials/{other}/name", ("name", "期限の催促")));
        await designer.Staff.Browser.FollowAsync();
        Assert.Contains("期限の催促", designer.Staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_trial_is_taken_out_after_a_question_and_by_nobody_else()
    {
        var designer = await TrialDesigner.JoinAsync(office, Roles.Administrator);
        var stranger = await TrialDesigner.JoinAsync(office, Roles.Administrator);
        var id = await KeepAsync(designer, "催促");
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Staff.Browser.GetAsync($"/procedures/consent/trials/{id}/deletion"));

        await designer.Staff.Browser.GetAsync($"/procedures/consent/trials/{id}/deletion");
        Assert.Equal(HttpStatusCode.Redirect, await designer.Staff.Browser.PostAsync($"/procedures/consent/trials/{id}/deletion"));

        await using var db = office.Db(new Scope.CaseOffice(designer.OfficeId));
        Assert.Empty(await db.SavedTrials.ToListAsync());
        Assert.Equal(["trial-dropped", "trial-kept"], await db.Audit.Where(static row => row.Act.StartsWith("trial-")).Select(static row => row.Act).Order().ToListAsync());
    }

    [Fact]
    public async Task A_trial_that_cannot_be_gone_through_is_not_kept()
    {
        var designer = await TrialDesigner.JoinAsync(office, Roles.Administrator);
        var script = Reminded with { Moves = [new("finish") { Node = "consent-paper" }] };

        using var answer = await designer.SendAsync("/procedures/consent/trials", new KeepTrial.Form("だめ", script, Consent));

        Assert.Equal("trial-not-open", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    private static async Task<Guid> KeepAsync(TrialDesigner designer, string name)
    {
        using var answer = await designer.SendAsync("/procedures/consent/trials", new KeepTrial.Form(name, Reminded, Consent));
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private static async Task<string?> RefusedAsync(TrialDesigner designer, string name)
    {
        using var answer = await designer.SendAsync("/procedures/consent/trials", new KeepTrial.Form(name, Reminded, Consent));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }

    private static async Task DraftAsync(TrialDesigner designer, string source)
    {
        using var answer = await designer.SendAsync("/procedures/consent/draft", new { source }, HttpMethod.Put);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<Outcome<ProcedureVersion>> PublishAsync(TrialDesigner designer)
    {
        await using var db = office.Db(new Scope.Person(designer.Staff.PersonId, designer.OfficeId));
        return await PublishVersion.HandleAsync(
            "consent", new PublishVersion.Form("変えた", StartsOn: null), db, Get<CheckDraft>(), Get<RunTrials>(), Get<Publishing>(), office.Clock, CancellationToken.None);
    }

    private T Get<T>()
        where T : notnull => office.Services.GetRequiredService<T>();

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : SavedTrialTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : SavedTrialTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

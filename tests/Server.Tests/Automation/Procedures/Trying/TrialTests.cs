using System.Net;
using System.Text.Json;
using OfficeWorkflow.Server.Automation.Procedures.Trying;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Procedures;

namespace OfficeWorkflow.Server.Tests.Automation.Procedures.Trying;

public abstract class TrialTests(RunningOffice office)
{
    private static readonly string Consent = BuiltIns.All.Single(static shipped => shipped.Key is "consent").Source;

    /// <summary>Thursday.</summary>
    private static readonly TrialScript Script = new("2026-03-26T15:00", StartNode: null, "stage = plan", HoldsServices: false, Moves: null);

    [Fact]
    public async Task A_draft_is_run_step_by_step_and_nothing_is_kept_or_sent()
    {
        var designer = await TrialDesigner.JoinAsync(office, Roles.Administrator);
        var begun = await designer.TryAsync("consent", Consent, Script);

        var work = Assert.Single(begun.GetProperty("work").EnumerateArray());
        Assert.Equal(("consent-explain", "相談支援専門員", "令和8年4月2日(木)"), (Text(work, "node"), Text(work, "roleName"), Text(work, "due")));
        Assert.Equal("consent-explain", Text(Assert.Single(begun.GetProperty("marks").EnumerateArray()), "node"));

        var asked = Script with { Moves = [Explained("link"), new("next")] };
        var reminded = await designer.TryAsync("consent", Consent, asked);

        Assert.Equal("令和8年3月31日(火) 09:00", Text(reminded, "nowText"));
        Assert.Equal(
            ["「リンクで同意をお願いする」で、同意する方へメール「ご確認とお返事のお願い」が出ます。", "「同意の返事をうながす」で、同意する方へメール「【再度のお願い】ご確認とお返事について」が出ます。"],
            Lines(reminded, "メール"));
        await using var db = office.Db(new Scope.CaseOffice(designer.OfficeId));
        Assert.Equal(0, await TrialDesigner.RowsAsync(db));
    }

    [Fact]
    public async Task The_form_of_a_step_is_the_real_one_filled_in_by_samples()
    {
        var designer = await TrialDesigner.JoinAsync(office, Roles.Administrator);

        var (status, html) = await designer.FormAsync("consent", Consent, Script, "consent-explain", entries: null);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("令和8年3月26日", html, StringComparison.Ordinal);
        Assert.Contains("name=\"method\"", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await designer.FormAsync("consent", Consent, Script, "consent-paper", entries: null)).Status);
    }

    [Fact]
    public async Task A_wrong_answer_is_refused_with_the_sentence_of_the_form_and_what_came_before_stands()
    {
        var designer = await TrialDesigner.JoinAsync(office, Roles.Administrator);

        var refused = await designer.TryAsync("consent", Consent, Script with { Moves = [Explained("link", ("explainedOn", "いつか"))] });

        Assert.Equal(("not-a-date", 0), (Text(refused.GetProperty("refused"), "code"), refused.GetProperty("refused").GetProperty("move").GetInt32()));
        Assert.Equal("consent-explain", Text(Assert.Single(refused.GetProperty("work").EnumerateArray()), "node"));
    }

    [Fact]
    public async Task Who_has_not_the_role_cannot_do_the_work_in_a_trial_either()
    {
        var designer = await TrialDesigner.JoinAsync(office, Roles.Administrator);

        var refused = await designer.TryAsync("consent", Consent, Script with { Moves = [Explained("link") with { As = Roles.Clerk }] });

        Assert.Equal("act-reserved", Text(refused.GetProperty("refused"), "code"));
    }

    [Fact]
    public async Task A_draft_with_errors_is_not_run()
    {
        var designer = await TrialDesigner.JoinAsync(office, Roles.Administrator);

        var (status, problem) = await designer.AskAsync("consent", Consent.Replace("working days(7)", "working(", StringComparison.Ordinal), Script);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "trial-has-errors"), (status, Text(problem, "code")));
    }

    [Fact]
    public async Task Called_procedures_run_in_the_same_trial_as_the_office_has_published_them()
    {
        var designer = await TrialDesigner.JoinAsync(office, Roles.Administrator);
        var plan = BuiltIns.All.Single(static shipped => shipped.Key is "plan-creation").Source;
        var moves = new[] { "contract", "contract-report", "info-provision", "plan-request", "assessment", "plan-draft" }.Select(static node => new TrialMove("finish") { Node = node });

        var tried = await designer.TryAsync("plan-creation", plan, Script with { Moves = [.. moves] });

        Assert.Equal(JsonValueKind.Null, tried.GetProperty("refused").ValueKind);
        Assert.Equal(["plan-creation", "consent"], tried.GetProperty("cases").EnumerateArray().Select(static part => Text(part, "procedure")));
        Assert.Equal(("consent", "consent-explain"), (Text(tried.GetProperty("work")[0], "procedure"), Text(tried.GetProperty("work")[0], "node")));
    }

    [Theory]
    [InlineData(Roles.Specialist)]
    [InlineData(Roles.Auditor)]
    public async Task Only_who_may_draft_may_try(string role)
    {
        var designer = await TrialDesigner.JoinAsync(office, role);

        Assert.Equal(HttpStatusCode.Forbidden, (await designer.AskAsync("consent", Consent, Script)).Status);
    }

    [Fact]
    public async Task Too_many_moves_and_a_start_that_is_no_day_are_refused()
    {
        var designer = await TrialDesigner.JoinAsync(office, Roles.Administrator);
        var many = Enumerable.Range(0, TrialScript.MostMoves + 1).Select(static _ => new TrialMove("next"));

        Assert.Equal("trial-too-long", Text((await designer.AskAsync("consent", Consent, Script with { Moves = [.. many] })).Body, "code"));
        Assert.Equal("trial-start-unreadable", Text((await designer.AskAsync("consent", Consent, Script with { At = "きのう" })).Body, "code"));
        Assert.Equal("trial-move-unknown", Text((await designer.TryAsync("consent", Consent, Script with { Moves = [new("dance")] })).GetProperty("refused"), "code"));
    }

    private static TrialMove Explained(string method, params (string Key, string Value)[] more)
    {
        var entries = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["explainedOn"] = ["令和8年3月26日"],
            ["explainedPlace"] = ["居宅"],
            ["signerKind"] = ["self"],
            ["signerName"] = ["見本"],
            ["method"] = [method],
            ["electronicAgreedOn"] = ["令和8年3月1日"],
            ["electronicMeans"] = ["メール"],
            ["mail"] = ["a@example.jp"],
        };
        foreach (var (key, value) in more)
        {
            entries[key] = [value];
        }

        return new TrialMove("finish") { Node = "consent-explain", As = Roles.Specialist, Entries = entries };
    }

    private static IEnumerable<string> Lines(JsonElement trial, string kind) =>
        trial.GetProperty("lines").EnumerateArray().Where(line => Text(line, "kind") == kind).Select(static line => Text(line, "text"));

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : TrialTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : TrialTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Automation.Work;
using OfficeWorkflow.Server.Tests.Office;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App;

/// <summary>Whatever is refused answers with a Japanese sentence and a way out, and nothing is lost.</summary>
public abstract partial class RefusedTests(RunningOffice office)
{
    private const int TwentyMegabytes = 20 * 1024 * 1024;

    [Fact]
    public async Task A_file_of_twenty_megabytes_is_refused_on_a_form_and_the_draft_is_kept()
    {
        var (item, clerk) = await OpenWorkAsync();
        await clerk.Browser.TakeAsync(item);
        await clerk.Browser.PostAsync($"/work/{item}/draft", ("wishes", "書きかけ"));
        await clerk.Browser.FollowAsync();

        var status = await clerk.Browser.PostAsync($"/work/{item}/completion", [("place", "home")], ("scan", "写し.pdf", new byte[TwentyMegabytes]));

        AssertWayOut(HttpStatusCode.RequestEntityTooLarge, status, clerk.Browser);
        await clerk.Browser.GetAsync($"/work/{item}");
        Assert.Equal("書きかけ", clerk.Browser.ValueOf("wishes"));
    }

    [Fact]
    public async Task Twenty_megabytes_are_refused_of_a_program_too()
    {
        var caller = await ApiCaller.JoinAsync(office, Roles.Administrator);

        var (status, problem) = await caller.PutAsync("/api/v1/procedures/big/draft", new string('x', TwentyMegabytes));

        AssertProblem(HttpStatusCode.RequestEntityTooLarge, status, problem);
    }

    [Fact]
    public async Task An_answer_by_a_link_that_is_too_late_is_not_taken_and_the_page_says_whom_to_call()
    {
        var (story, _) = await Waiting.ForDatesAsync(office);
        var meeting = await Waiting.MeetingAsync(story);
        var (guest, path) = await story.Circle.GuestAsync(PollPurpose.Key, meeting.Participants.First(static one => one.HasMail).Id);
        await guest.GetAsync(path);
        office.Clock.Advance(TimeSpan.FromDays(120));

        var status = await guest.PostAsync(path, meeting.Candidates.Select(static candidate => (PollModel.FieldOf(candidate.Id), "yes")));

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("リンク", guest.Text, StringComparison.Ordinal);
        Assert.Matches(Phone(), guest.Text);
    }

    [Fact]
    public async Task L2_What_another_office_keeps_is_answered_like_what_never_was()
    {
        var (item, _) = await OpenWorkAsync();
        var stranger = await Staff.JoinAsync(office, Door.Everything);
        var caller = await ApiCaller.OfAsync(office, stranger);

        var foreign = await stranger.Browser.GetAsync($"/work/{item}");
        var shown = stranger.Browser.Text;
        AssertWayOut(HttpStatusCode.NotFound, foreign, stranger.Browser);
        await stranger.Browser.GetAsync($"/work/{Guid.CreateVersion7()}");
        var (status, problem) = await caller.AskAsync($"/api/v1/cases/{item}");

        Assert.Equal(shown, stranger.Browser.Text);
        AssertProblem(HttpStatusCode.NotFound, status, problem);
    }

    [Theory]
    [InlineData("xml-is-readable", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><definitions>&e;</definitions>")]
    [InlineData("xml-is-readable", "<definitions")]
    [InlineData(null, "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"><startEvent id=\"s\"/><scriptTask id=\"t\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"t\"/></process></definitions>")]
    public async Task A_drawing_that_cannot_run_is_kept_and_each_fault_says_what_to_do(string? rule, string source)
    {
        var caller = await ApiCaller.JoinAsync(office, Roles.Administrator);

        var saved = await caller.PutAsync("/api/v1/procedures/bad/draft", source);
        var published = await caller.SendAsync("/api/v1/procedures/bad/versions", new { note = "版" });

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var faults = saved.Json.GetProperty("findings").EnumerateArray().Where(static finding => finding.GetProperty("severity").GetString() == "error").ToList();
        Assert.Contains(faults, fault => rule is null || rule == fault.GetProperty("rule").GetString());
        Assert.All(faults, fault =>
        {
            Assert.Matches(Sentence(), fault.GetProperty("message").GetString());
            Assert.Matches(Sentence(), fault.GetProperty("fix").GetString());
        });
        AssertProblem(HttpStatusCode.UnprocessableEntity, published.Status, published.Json);
        Assert.DoesNotContain("root:", saved.Json.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("java.lang.Runtime.getRuntime().exec(\"id\")")]
    [InlineData("__import__(\"os\").system(\"id\")")]
    [InlineData("System.Diagnostics.Process.Start(\"id\")")]
    [InlineData("this.constructor.constructor(\"return process\")().exit()")]
    [InlineData("${T(java.lang.System).exit(0)}")]
    [InlineData("function() external { java: { class: \"java.lang.System\", method signature: \"exit(int)\" } }")]
    public async Task L10_A_formula_that_would_run_a_program_is_refused_when_it_is_published(string formula)
    {
        var caller = await ApiCaller.JoinAsync(office, Roles.Administrator);
        var drawing = new Bpmn("mal").Start().Work("ask", "form=test-visit").Work("a", "form=test-visit").Work("b", "form=test-visit").Decision("way", formula, "a", "b").End()
            .Path("start", "ask", "way").Path("a", "end").Path("b", "end").Lane(Roles.Clerk, "start", "ask", "way", "a", "b", "end");

        var saved = await caller.PutAsync("/api/v1/procedures/mal/draft", drawing.ToString());
        var published = await caller.SendAsync("/api/v1/procedures/mal/versions", new { note = "版" });

        var fault = Assert.Single(saved.Json.GetProperty("findings").EnumerateArray(), static finding => finding.GetProperty("severity").GetString() == "error");
        Assert.Equal("way--a", fault.GetProperty("element").GetString());
        AssertProblem(HttpStatusCode.UnprocessableEntity, published.Status, published.Json);
    }

    [Theory]
    [InlineData("<scriptTask id='t' name='t' scriptFormat='javascript'><script>process.exit()</script></scriptTask>")]
    [InlineData("<userTask id='t' name='t'><extensionElements><camunda:taskListener xmlns:camunda='http://camunda.org/schema/1.0/bpmn' event='create' class='Evil'/></extensionElements></userTask>")]
    public async Task L10_A_step_that_is_a_program_is_refused_when_it_is_published(string step)
    {
        var caller = await ApiCaller.JoinAsync(office, Roles.Administrator);
        var drawing = new Bpmn("mal").Start().Work("ask", "form=test-visit").End().Path("start", "ask", "t", "end").Lane(Roles.Clerk, "start", "ask", "t", "end").ToString()
            .Replace("</process>", step + "</process>", StringComparison.Ordinal);

        await caller.PutAsync("/api/v1/procedures/mal/draft", drawing);
        var published = await caller.SendAsync("/api/v1/procedures/mal/versions", new { note = "版" });

        AssertProblem(HttpStatusCode.UnprocessableEntity, published.Status, published.Json);
    }

    private static void AssertWayOut(HttpStatusCode expected, HttpStatusCode status, Browser browser)
    {
        Assert.Equal(expected, status);
        Assert.Matches(Sentence(), browser.Text);
        Assert.Contains("class=\"button\" href=\"/", browser.Html, StringComparison.Ordinal);
    }

    private static void AssertProblem(HttpStatusCode expected, HttpStatusCode status, JsonElement problem)
    {
        Assert.Equal(expected, status);
        Assert.Matches(Sentence(), $"{problem.GetProperty("title").GetString()} {(problem.TryGetProperty("detail", out var detail) ? detail.GetString() : null)}");
    }

    private async Task<(Guid Item, Staff Clerk)> OpenWorkAsync()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var item = await desk.StartAsync();
        await clerk.Browser.GetAsync($"/work/{item.Id}");
        return (item.Id, clerk);
    }

    /// <summary>Words that ask for something, in Japanese.</summary>
    [GeneratedRegex(@"[\p{IsHiragana}\p{IsCJKUnifiedIdeographs}]{3,}.*(ください|ます|ません)", RegexOptions.Singleline, 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\d{2,4}-\d{2,4}-\d{3,4}", RegexOptions.None, 1000)]
    private static partial Regex Phone();

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : RefusedTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : RefusedTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

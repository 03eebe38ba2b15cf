using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Notes;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.App;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Automation.Work;

/// <summary>Row C19 of the table of features: who may take work sees what it is, and nothing of what stands in it until it is theirs.</summary>
public abstract class SafeSummaryTests(RunningOffice office)
{
    private static readonly string[] Planted = ["てんかん秘", "桜町一丁目秘", "電話で話した秘", "次男の秘", "メモの秘", "差戻しの秘", "頼みごとの秘", "下書きの秘", "写しの秘"];

    private static readonly (string Name, Value Value)[] Variables =
        [("diagnosis", Value.Of("てんかん秘")), ("address", Value.Of("桜町一丁目秘")), ("told", Value.Of("電話で話した秘")), ("family", Value.Of("次男の秘"))];

    [Fact]
    public async Task C19_L1_Safe_summary_no_answer_to_a_candidate_holds_a_protected_word_and_the_reveal_is_audited()
    {
        var desk = await Desk.OfAsync(office, static () => new Bpmn("desk").Start().Work("ask").Work("task", "form=test-secret;note==told").End()
            .Path("start", "ask", "task", "end").Lane(Roles.Clerk, "ask", "task"));
        var item = await PlantAsync(desk);
        var candidate = await ApiCaller.OfAsync(office, await Staff.JoinAsync(office, [Roles.Clerk, Roles.Manager], desk.Cases.OfficeId));
        var wrong = new List<string>();
        var asked = Asked(item, candidate).ToList();
        Assert.True(asked.Count > 60, "Every list, page and call is asked.");
        foreach (var (address, http) in asked)
        {
            using var answer = await AskAsync(address, http, candidate.Staff);
            var text = await answer.Content.ReadAsStringAsync();
            wrong.AddRange(Planted.Where(word => text.Contains(word, StringComparison.Ordinal) || text.Contains(JsonEncodedText.Encode(word).ToString(), StringComparison.Ordinal)).Select(word => $"{address} tells {word}"));
        }

        Assert.Empty(wrong);
        Assert.Equal(0, await RevealsAsync(desk, item, candidate.Staff));

        await candidate.Staff.Browser.TakeAsync(item.Id);
        await candidate.Staff.Browser.GetAsync($"/work/{item.Id}");

        foreach (var word in new[] { "てんかん秘", "桜町一丁目秘", "電話で話した秘", "次男の秘", "メモの秘" })
        {
            Assert.Contains(word, candidate.Staff.Browser.Html, StringComparison.Ordinal);
        }

        Assert.Equal(1, await RevealsAsync(desk, item, candidate.Staff));
        var shown = await candidate.GetAsync($"/api/v1/work/{item.Id}");
        Assert.Equal("てんかん秘", shown.GetProperty("values").GetProperty("diagnosis").GetString());
    }

    [Fact]
    public async Task C19_What_a_refused_form_says_is_said_only_to_whom_it_then_belongs()
    {
        var desk = await Desk.OfAsync(office, static () => new Bpmn("desk").Start().Work("task", "form=test-secret").End().Path("start", "task", "end").Lane(Roles.Clerk, "task"));
        await desk.Cases.StartAsync("desk", Variables.Select(static one => KeyValuePair.Create(one.Name, one.Value)));
        var item = Assert.Single(await desk.Cases.OpenWorkAsync());
        var (one, other) = (await desk.JoinAsync(Roles.Clerk), await desk.JoinAsync(Roles.Clerk));
        await one.Browser.TakeAsync(item.Id);
        var page = one.Browser.Html;
        await one.Browser.PostAsync($"/work/{item.Id}/release");
        var stale = new Browser(one.Http);
        await stale.ShowAsync(page);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await stale.PostAsync($"/work/{item.Id}/completion", ("who", "nobody")));
        Assert.Equal(one.PersonId, (await desk.ReloadAsync(item)).AssigneeId);
        await other.Browser.GetAsync($"/work/{item.Id}");
        Assert.DoesNotContain("てんかん秘", other.Browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C23_Live_updates_carry_ids_and_nothing_else_and_none_of_what_one_may_not_know()
    {
        var desk = await Desk.OfAsync(office, static () => new Bpmn("desk").Start().Work("make").Work("check", "notBy=make").End().Path("start", "make", "check", "end"));
        var (maker, other) = (await ApiCaller.JoinAsync(office, Roles.Clerk, desk.Cases.OfficeId), await ApiCaller.JoinAsync(office, Roles.Clerk, desk.Cases.OfficeId));
        var item = await desk.StartAsync("利用者の名");
        using var stream = await ListenAsync(maker.Staff);

        await other.SendAsync($"/api/v1/work/{item.Id}/claim", new { });
        await other.SendAsync($"/api/v1/work/{item.Id}/release", new { });
        await maker.SendAsync($"/api/v1/work/{item.Id}/completion", new { operationId = "op", values = new { } });
        var check = Assert.Single(await desk.Cases.OpenWorkAsync());
        await other.SendAsync($"/api/v1/work/{check.Id}/claim", new { });
        var later = await desk.StartAsync("利用者の名");

        var told = await ReadUntilAsync(stream, later.Id);
        Assert.All(told.Where(static line => line.StartsWith("data:", StringComparison.Ordinal)), static line => Assert.True(line.Trim() is "data:" || Guid.TryParse(line["data:".Length..], out _), line));
        Assert.Contains(told, line => line.Contains(item.Id.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(told, line => line.Contains(check.Id.ToString(), StringComparison.Ordinal));
    }

    private static async Task<StreamReader> ListenAsync(Staff staff)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/work/live", UriKind.Relative));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        var answer = await staff.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var stream = new StreamReader(await answer.Content.ReadAsStreamAsync());
        while (await stream.ReadLineAsync() is { } line && !line.StartsWith("event: open", StringComparison.Ordinal))
        {
            // The first event says that the server listens.
        }

        return stream;
    }

    private static async Task<IReadOnlyList<string>> ReadUntilAsync(StreamReader stream, Guid last)
    {
        var lines = new List<string>();
        while (await stream.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (line.Contains(last.ToString(), StringComparison.Ordinal))
            {
                break;
            }
        }

        return lines;
    }

    /// <summary>A case full of words that are nobody's business yet: in variables, inputs, notes, papers, reasons and somebody's draft.</summary>
    private static async Task<WorkItem> PlantAsync(Desk desk)
    {
        await desk.Cases.StartAsync("desk", Variables.Select(static one => KeyValuePair.Create(one.Name, one.Value)));
        var (lead, before) = (await desk.JoinAsync(Roles.Manager), await desk.JoinAsync(Roles.Clerk));
        var first = Assert.Single(await desk.Cases.OpenWorkAsync());
        await before.Browser.TakeAsync(first.Id);
        await before.Browser.PostAsync($"/cases/{first.CaseId}/notes", [("text", "メモの秘")], ("files", "写しの秘.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF\n")));
        await before.Browser.GetAsync($"/work/{first.Id}");
        await before.Browser.PostAsync($"/work/{first.Id}/completion");
        var second = Assert.Single(await desk.Cases.OpenWorkAsync());
        await before.Browser.TakeAsync(second.Id);
        await before.Browser.GetAsync($"/work/{second.Id}/return");
        await before.Browser.PostAsync($"/work/{second.Id}/return", ("to", "ask"), ("reason", "差戻しの秘"));
        var again = Assert.Single(await desk.Cases.OpenWorkAsync());
        await before.Browser.TakeAsync(again.Id);
        await before.Browser.PostAsync($"/work/{again.Id}/completion");
        var item = Assert.Single(await desk.Cases.OpenWorkAsync());
        await lead.Browser.GetAsync($"/work/{item.Id}/assignee");
        await lead.Browser.PostAsync($"/work/{item.Id}/assignee", ("to", before.PersonId.ToString()), ("reason", "頼みごとの秘"));
        await before.Browser.GetAsync($"/work/{item.Id}");
        await before.Browser.PostAsync($"/work/{item.Id}/draft", ("diagnosis", "下書きの秘"));
        await before.Browser.FollowAsync();
        await before.Browser.PostAsync($"/work/{item.Id}/release");
        return item;
    }

    /// <summary>
    /// Every address of the server that can be read, with each id that the case has: what is not its own work a candidate may open, and then it stands in the audit.
    /// </summary>
    [Fact]
    public async Task C19_Every_address_that_tells_a_candidate_more_writes_down_who_opened_it()
    {
        var desk = await Desk.OfAsync(office, static () => new Bpmn("desk").Start().Work("ask").Work("task", "form=test-secret;note==told").Boundary("late", "task", "P1D", isInterrupting: false).End().End("e2")
            .Path("start", "ask", "task", "end").Path("late", "e2").Lane(Roles.Clerk, "ask", "task"));
        var item = await PlantAsync(desk);
        var candidate = await ApiCaller.OfAsync(office, await Staff.JoinAsync(office, [Roles.Clerk, Roles.Manager, Roles.Administrator], desk.Cases.OfficeId));
        var (wrong, told) = (new List<string>(), new List<string>());
        foreach (var address in Addresses.AllOf(office).Where(static address => address.Method is "GET" && address.Pattern.RawText is not "/work/live"))
        {
            foreach (var path in await PathsAsync(address, item, desk))
            {
                var before = await WrittenAsync(desk, candidate.Staff);
                using var answer = await (address.IsApi ? candidate.Http : candidate.Staff.Http).GetAsync(new Uri(path, UriKind.Relative));
                var text = await answer.Content.ReadAsStringAsync();
                if (Array.Find(Planted, word => text.Contains(word, StringComparison.Ordinal) || text.Contains(JsonEncodedText.Encode(word).ToString(), StringComparison.Ordinal)) is { } word)
                {
                    told.Add(address.Pattern.RawText!);
                    wrong.AddRange(await WrittenAsync(desk, candidate.Staff) > before ? [] : [$"{path} tells {word} and writes nothing down"]);
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(["/api/v1/cases/{id:guid}", "/api/v1/cases/{id:guid}/history", "/cases/{id:guid}"], told.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    /// <summary>The address with each thing of the case that it could be about.</summary>
    private static async Task<IEnumerable<string>> PathsAsync(Addresses address, WorkItem item, Desk desk)
    {
        await using var db = desk.Cases.Db();
        var timer = await db.Timers.Where(row => row.CaseId == item.CaseId).Select(static row => row.Id).FirstAsync();
        var papers = await db.Set<NoteDocument>().Select(static row => row.DocumentId).ToListAsync();
        List<Guid> ids = address.HasId ? [item.Id, item.CaseId, timer, .. papers] : [item.Id];
        return ids.SelectMany(id => new[] { "desk", "t1" }.Select(text => address.With(id, text).Replace($"/timers/{id}", $"/timers/{timer}", StringComparison.Ordinal)))
            .Distinct(StringComparer.Ordinal);
    }

    private static async Task<int> WrittenAsync(Desk desk, Staff staff)
    {
        await using var db = desk.Cases.Db();
        return await db.Set<AuditEntry>().CountAsync(entry => entry.PersonId == staff.PersonId);
    }

    /// <summary>Every list of the office as page, call and file, every address of work that can be asked, and its list in all its shapes.</summary>
    private IEnumerable<(string Address, HttpClient Http)> Asked(WorkItem item, ApiCaller candidate)
    {
        var lists = Enum.GetNames<Server.Automation.Work.Lists.InboxScope>().Select(static scope => $"/work?scope={scope.ToLowerInvariant()}")
            .Concat(["/work?scope=all&q=task", "/work?scope=all&q=" + Uri.EscapeDataString("てんかん"), "/work?scope=all&who=none&sort=client", $"/work/bulk?act=finish&work={item.Id}", "/work/load"]);
        var addresses = Addresses.AllOf(office)
            .Where(static address => address.Method == "GET" && (!address.HasId || (address.Pattern.RawText ?? "").Contains("work", StringComparison.Ordinal)))
            .Where(static address => address.Pattern.RawText is not "/work/live")
            .Select(address => (Path: address.With(item.Id, "desk"), address.IsApi));
        return lists.Select(list => (list, candidate.Staff.Http)).Concat(addresses.Select(one => (one.Path, one.IsApi ? candidate.Http : candidate.Staff.Http)))
            .Append(($"/api/v1/work?case={item.CaseId}", candidate.Http))
            .Concat(office.Services.GetServices<ListSource>().Select(source => ($"/lists/{source.Key}?scope=all&case={item.CaseId}", candidate.Staff.Http)));
    }

    /// <summary>Pages and calls are read; a list that leaves as a file is asked for by a form.</summary>
    private static async Task<HttpResponseMessage> AskAsync(string address, HttpClient http, Staff staff)
    {
        if (!address.StartsWith("/lists/", StringComparison.Ordinal))
        {
            return await http.GetAsync(new Uri(address, UriKind.Relative));
        }

        await staff.Browser.GetAsync("/account");
        using var form = new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", staff.Browser.ValueOf("__RequestVerificationToken")!), KeyValuePair.Create("as", "csv")]);
        return await http.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    private static async Task<int> RevealsAsync(Desk desk, WorkItem item, Staff staff)
    {
        await using var db = desk.Cases.Db();
        var about = $"work:{item.Id}";
        return await db.Set<AuditEntry>().CountAsync(entry => entry.Act == "work-opened" && entry.About == about && entry.PersonId == staff.PersonId);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : SafeSummaryTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : SafeSummaryTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Moving;

namespace OfficeWorkflow.Server.Tests.Automation.Work;

/// <summary>Rows of the table of features, part C: the work page, its drafts, notes and papers, and several at once.</summary>
public abstract partial class FormRowTests(RunningOffice office)
{
    [Fact]
    public async Task C9_Business_day_due_dates_three_working_days_across_the_turn_of_the_year()
    {
        var desk = await Desk.OfAsync(office, static () => new Bpmn("desk").Start().Work("task", "dueAt==add working days(lastDay, 3)").End().Path("start", "task", "end"));
        await using (var db = desk.Cases.Db())
        {
            db.Set<Holiday>().AddRange(new[] { (2025, 12, 29), (2025, 12, 30), (2025, 12, 31), (2026, 1, 1), (2026, 1, 2) }.Select(day => new Holiday
            {
                OfficeId = desk.Cases.OfficeId,
                On = new DateOnly(day.Item1, day.Item2, day.Item3),
                Name = "年末年始",
            }));
            (await db.Set<OfficeFile>().SingleAsync(row => row.Id == desk.Cases.OfficeId)).CalendarVersion++;
            await db.SaveChangesAsync();
        }

        await desk.Cases.StartAsync("desk", KeyValuePair.Create("lastDay", (Value)new Value.Day(new DateOnly(2025, 12, 26))));
        var item = Assert.Single(await desk.Cases.OpenWorkAsync());

        Assert.Equal(new DateTimeOffset(2026, 1, 7, 18, 0, 0, TimeSpan.FromHours(9)), item.DueAt);
    }

    [Fact]
    public async Task C12_Bulk_each_row_has_its_result_and_sent_again_nothing_is_done_twice()
    {
        var desk = await Desk.NewAsync(office, "", Roles.Clerk);
        var (lead, clerk) = (await ApiCaller.JoinAsync(office, Roles.Manager, desk.Cases.OfficeId), await ApiCaller.JoinAsync(office, Roles.Clerk, desk.Cases.OfficeId));
        var items = new List<Guid>();
        for (var number = 0; number < 50; number++)
        {
            items.Add((await desk.StartAsync()).Id);
        }

        foreach (var id in items.Take(3))
        {
            await clerk.SendAsync($"/api/v1/work/{id}/completion", new { operationId = $"early-{id}", values = new { } });
        }

        var body = new { act = "assign", work = items, to = clerk.Staff.PersonId, reason = "まとめて", operationId = "bulk-1" };
        var first = await lead.SendAsync("/api/v1/work/bulk", body);
        var again = await lead.SendAsync("/api/v1/work/bulk", body);
        var due = await lead.SendAsync("/api/v1/work/bulk", new { act = "due", work = items, dueOn = "R8.2.2", reason = "延ばす", operationId = "bulk-2" });
        var done = await clerk.SendAsync("/api/v1/work/bulk", new { act = "finish", work = items, operationId = "bulk-3" });
        var doneAgain = await clerk.SendAsync("/api/v1/work/bulk", new { act = "finish", work = items, operationId = "bulk-3" });

        foreach (var answer in new[] { first, again, due, done, doneAgain })
        {
            var rows = answer.Json.GetProperty("items").EnumerateArray().ToList();
            Assert.Equal((HttpStatusCode.OK, 47), (answer.Status, rows.Count(static row => row.GetProperty("isDone").GetBoolean())));
            Assert.All(rows.Where(static row => !row.GetProperty("isDone").GetBoolean()), static row => Assert.Equal("work-finished", row.GetProperty("code").GetString()));
        }

        await using var db = desk.Cases.Db();
        var moves = await db.Set<WorkMove>().Where(move => items.Contains(move.WorkId)).GroupBy(static move => move.Kind).Select(static kind => new { kind.Key, Count = kind.Count() }).ToListAsync();
        Assert.Equal([(WorkMoveKind.DueChanged, 47), (WorkMoveKind.Reassigned, 47)], moves.Select(static kind => (kind.Key, kind.Count)).OrderBy(static kind => kind.Key.ToString(), StringComparer.Ordinal));
        Assert.Equal(50, await db.Set<WorkItem>().CountAsync(work => items.Contains(work.Id) && work.FinishedById == clerk.Staff.PersonId));
    }

    [Fact]
    public async Task C12_Bulk_the_page_lists_what_could_not_be_done_and_offers_only_that_again()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit", Roles.Clerk);
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var (ready, unready) = (await desk.StartAsync(), await desk.StartAsync());
        await clerk.Browser.TakeAsync(unready.Id);
        await clerk.Browser.TakeAsync(ready.Id);
        await clerk.Browser.PostAsync($"/work/{ready.Id}/draft", ("place", "home"), ("wishes", "通いたい"));
        await clerk.Browser.GetAsync($"/work/bulk?act=finish&work={ready.Id}&work={unready.Id}");

        await clerk.Browser.PostAsync("/work/bulk");

        Assert.Contains("2件のうち1件を終えました。1件はできませんでした", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/work/bulk?act=finish&amp;work={unready.Id}\"", clerk.Browser.Html, StringComparison.Ordinal);
        Assert.Equal((false, true), ((await desk.ReloadAsync(ready)).IsOpen, (await desk.ReloadAsync(unready)).IsOpen));
    }

    [Fact]
    public async Task C14_C15_Comments_and_attachments_stay_with_the_case_and_two_files_of_one_name_are_both_kept()
    {
        var desk = await Desk.NewAsync(office, "", Roles.Clerk);
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var item = await desk.StartAsync();
        await clerk.Browser.TakeAsync(item.Id);
        foreach (var number in new[] { 1, 2 })
        {
            await clerk.Browser.GetAsync($"/work/{item.Id}");
            await clerk.Browser.PostAsync($"/cases/{item.CaseId}/notes", [("text", $"電話{number}")], ("files", "写し.pdf", Encoding.ASCII.GetBytes($"%PDF-1.7\n%{number}\n%%EOF\n")));
            Assert.StartsWith($"/work/{item.Id}#note-", clerk.Browser.Location, StringComparison.Ordinal);
        }

        await clerk.Browser.GetAsync($"/work/{item.Id}");
        await clerk.Browser.PostAsync($"/work/{item.Id}/completion");
        await clerk.Browser.GetAsync($"/cases/{item.CaseId}");

        Assert.Contains("電話1", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("電話2", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(3, clerk.Browser.Html.Split(">写し.pdf</a>", StringSplitOptions.None).Length);
    }

    [Fact]
    public async Task C16_K8_Draft_is_private_completes_nothing_and_survives_a_move_to_a_new_version()
    {
        var desk = await Desk.OfAsync(office, static () => new Bpmn("desk").Start().Work("task", "form=test-visit").End().Path("start", "task", "end"));
        var (author, lead) = (await desk.JoinAsync(Roles.Clerk), await desk.JoinAsync(Roles.Manager));
        var item = await desk.StartAsync();
        await author.Browser.TakeAsync(item.Id);
        await author.Browser.PostAsync($"/work/{item.Id}/draft", ("wishes", "書きかけの希望"), ("visitedAt", "まだ"));
        var next = await desk.Cases.PublishAsync("desk", new Bpmn("desk").Start().Work("task", "form=test-visit").Work("more").End().Path("start", "task", "more", "end"));
        await using (var db = desk.Cases.Db())
        {
            var file = await db.Set<CaseFile>().SingleAsync(row => row.Id == item.CaseId);
            Assert.IsType<Outcome<CaseFile>.Done>(await office.Services.GetRequiredService<CaseRunner>().MoveAsync(db, file, next, MoveChoices.None, office.Clock.GetUtcNow(), by: null, CancellationToken.None));
        }

        foreach (var address in new[] { $"/work/{item.Id}", $"/cases/{item.CaseId}", "/work?scope=all" })
        {
            await lead.Browser.GetAsync(address);
            Assert.DoesNotContain("書きかけの希望", lead.Browser.Html, StringComparison.Ordinal);
        }

        await author.Browser.GetAsync($"/work/{item.Id}");
        Assert.Equal(("書きかけの希望", "まだ"), (author.Browser.ValueOf("wishes"), author.Browser.ValueOf("visitedAt")));
        Assert.Equal(HttpStatusCode.Redirect, await author.Browser.PostAsync($"/work/{item.Id}/completion", ("place", "home"), ("visitedAt", "")));
        Assert.Equal(["more"], (await desk.Cases.OpenWorkAsync()).Select(static work => work.Name));
    }

    [Fact]
    public async Task C18_Idempotent_completion_the_same_operation_twice_is_one_effect_and_the_same_answer()
    {
        var desk = await Desk.NewAsync(office, "");
        var caller = await ApiCaller.JoinAsync(office, Roles.Clerk, desk.Cases.OfficeId);
        var item = await desk.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => caller.SendAsync($"/api/v1/work/{item.Id}/completion", new { operationId = "op", values = new { } })));

        Assert.All(answers, static answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(answers.Select(static answer => answer.Json.ToString()).Distinct(StringComparer.Ordinal));
        Assert.Single(await desk.Cases.OpenWorkAsync());
    }

    [Fact]
    public async Task C24_Conditional_fields_what_the_page_asks_is_what_the_server_requires()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var item = await desk.StartAsync();
        await clerk.Browser.TakeAsync(item.Id);
        var dice = new Random(24);
        for (var round = 0; round < 40; round++)
        {
            (string Name, string Value)[] typed =
            [
                ("place", dice.Next(3) switch { 0 => "home", 1 => "other", _ => "" }),
                ("placeName", dice.Next(2) == 0 ? "" : "公民館"),
                ("wishes", new string('あ', dice.Next(2) == 0 ? dice.Next(3) : 1_999 + dice.Next(3))),
                ("visitedAt", dice.Next(3) switch { 0 => "R8.1.19", 1 => "きのう", _ => "" }),
                ("visitedAt.time", dice.Next(2) == 0 ? "9時半" : ""),
            ];
            Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync($"/work/{item.Id}/draft", typed));
            await clerk.Browser.FollowAsync();
            var asked = FieldIds().Matches(clerk.Browser.Html).Select(static match => match.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);
            var status = await clerk.Browser.PostAsync($"/work/{item.Id}/completion");
            if (status is HttpStatusCode.Redirect)
            {
                item = await desk.StartAsync();
                await clerk.Browser.TakeAsync(item.Id);
                continue;
            }

            var refused = RefusedIds().Matches(clerk.Browser.Html).Select(static match => match.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);
            Assert.Empty(refused.Except(asked, StringComparer.Ordinal));
            Assert.Equal(typed[0].Value is "other", asked.Contains("placeName"));
            Assert.Equal(typed[0].Value is "other" && typed[1].Value.Length == 0, refused.Contains("placeName"));
        }
    }

    [Fact]
    public async Task C26_Each_work_names_the_lane_the_role_or_the_rule_that_put_it_there()
    {
        var desk = await Desk.NewAsync(office, "form=test-explain", Roles.Specialist);
        var specialist = await desk.JoinAsync(Roles.Specialist);
        var item = await desk.StartAsync();

        await specialist.Browser.GetAsync($"/work/{item.Id}");
        Assert.Contains("図の「相談支援専門員」のレーンにある作業です。相談支援専門員だけができると決まっています。あなたにその役割があり、まだ誰も引き受けていません。", specialist.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("「after」に進みます", specialist.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C21_How_many_answers_suffice_is_said_before_one_answers_and_the_rest_is_not_needed_then()
    {
        var desk = await Desk.OfAsync(office, static () => new Bpmn("desk").Start().WorkOfEach("ask", 3, "numberOfCompletedInstances >= 2").End().Path("start", "ask", "end").Lane(Roles.Clerk, "start", "ask", "end"));
        await desk.Cases.StartAsync("desk");
        var asked = await desk.Cases.OpenWorkAsync();
        var (one, other) = (await ApiCaller.JoinAsync(office, Roles.Clerk, desk.Cases.OfficeId), await desk.JoinAsync(Roles.Clerk));

        await other.Browser.GetAsync($"/work/{asked[0].Id}");
        Assert.Contains("同じ作業を3件お願いしています。そのうち2件が終わると先に進み、残りは要らなくなります。いままでに0件が終わりました。", other.Browser.Text, StringComparison.Ordinal);
        await other.Browser.TakeAsync(asked[0].Id);
        await other.Browser.PostAsync($"/work/{asked[0].Id}/completion");

        var quorum = (await one.GetAsync($"/api/v1/work/{asked[1].Id}")).GetProperty("quorum");
        Assert.Equal((3, 1, 2), (quorum.GetProperty("count").GetInt32(), quorum.GetProperty("done").GetInt32(), quorum.GetProperty("needed").GetInt32()));
        await one.SendAsync($"/api/v1/work/{asked[1].Id}/claim", new { });
        await one.SendAsync($"/api/v1/work/{asked[1].Id}/completion", new { operationId = "op", values = new { } });

        Assert.Empty(await desk.Cases.OpenWorkAsync());
        Assert.NotNull((await desk.ReloadAsync(asked[2])).EndedAt);
    }

    [Theory]
    [InlineData(null, "すべてが終わると先に進みます。")]
    [InlineData("numberOfCompletedInstances / numberOfInstances > 0.5", "そのうち2件が終わると先に進み、残りは要らなくなります。")]
    [InlineData("numberOfActiveInstances = 0", "すべてが終わると先に進みます。")]
    [InlineData("numberOfCompletedInstances >= 2 and clientName = \"利用者A\"", "決まり（numberOfCompletedInstances >= 2 and clientName = \"利用者A\"）に合ったところで、残りは要らなくなります。")]
    public async Task C21_A_rule_of_shares_or_of_more_than_the_number_is_said_too(string? enough, string sentence)
    {
        var desk = await Desk.OfAsync(office, () => new Bpmn("desk").Start().WorkOfEach("ask", 3, enough).End().Path("start", "ask", "end").Lane(Roles.Clerk, "start", "ask", "end"));
        await desk.Cases.StartAsync("desk", KeyValuePair.Create("clientName", Value.Of("利用者A")));
        var clerk = await desk.JoinAsync(Roles.Clerk);

        await clerk.Browser.GetAsync($"/work/{(await desk.Cases.OpenWorkAsync())[0].Id}");

        Assert.Contains(sentence, clerk.Browser.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("<(?:input|select|textarea|fieldset)[^>]*? id=\"(?<id>[A-Za-z.]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex FieldIds();

    [GeneratedRegex("href=\"#(?<id>[A-Za-z.]+)\">「", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex RefusedIds();

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : FormRowTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : FormRowTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

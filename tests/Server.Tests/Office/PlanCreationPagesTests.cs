using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.App;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Demo;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office;

/// <summary>Case A typed into the pages themselves, from the start of the procedure to the draft that waits for consent.</summary>
public abstract class PlanCreationPagesTests(RunningOffice office)
{
    [Fact]
    public async Task From_the_first_contact_to_the_draft_each_work_is_finished_by_who_may()
    {
        var officeId = await office.NewOfficeAsync();
        var specialist = await Staff.JoinAsync(office, [Roles.Specialist], officeId, "専門員X");
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], officeId, "事務員V");
        var clientId = await SeedAsync(officeId, specialist.PersonId);
        await office.Services.GetRequiredService<PrepareOffices>().HandleAsync(officeId, CancellationToken.None);
        await specialist.Browser.GetAsync($"/cases/new?procedure=plan-creation&subject={clientId}");
        Assert.Equal(HttpStatusCode.Redirect, await specialist.Browser.PostAsync("/cases"));

        foreach (var (form, staff) in new[]
        {
            ("contract", specialist), ("contract-report", clerk), ("info-provision", specialist), ("plan-request", clerk), ("assessment", specialist), ("plan-draft", specialist),
        })
        {
            await FinishAsync(officeId, form, staff);
        }

        // The consent is a procedure of its own: a case that the pump begins.
        await office.DrainAsync();

        await using var db = office.Db();
        var plan = await db.WholePlans.SingleAsync(row => row.ClientId == clientId);
        var open = await db.Work.SingleAsync(row => row.OfficeId == officeId && row.EndedAt == null);
        Assert.Equal((6, 48), (plan.Needs.Count, plan.Week.Count));
        Assert.Equal("consent-explain", open.Form);
        var today = await Staff.SignInAsync(office, specialist.PersonId, officeId, specialist.Mail);
        await today.Browser.GetAsync($"/clients/{clientId}");
        Assert.Contains("計画の作成", today.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("計画案 第1版", today.Browser.Text, StringComparison.Ordinal);
    }

    private async Task<Guid> SeedAsync(Guid officeId, Guid specialist)
    {
        await using var db = office.Db();
        new DemoLedger(db, officeId, office.Clock.GetUtcNow()).Add(specialist, Guid.CreateVersion7());
        await db.SaveChangesAsync();
        return (await db.Clients.SingleAsync(row => row.OfficeId == officeId && row.Name == "利用者A")).Id;
    }

    private async Task FinishAsync(Guid officeId, string form, Staff staff)
    {
        office.Clock.MoveTo(CaseA.At(form) > office.Clock.GetUtcNow() ? CaseA.At(form) : office.Clock.GetUtcNow());
        await using var db = office.Db();
        var work = await db.Work.SingleAsync(row => row.OfficeId == officeId && row.EndedAt == null);
        Assert.Equal(form, work.Form);
        var today = await Staff.SignInAsync(office, staff.PersonId, officeId, staff.Mail);
        await today.Browser.TakeAsync(work.Id);

        await today.Browser.PostAsync($"/work/{work.Id}/completion", Typed(CaseA.Typed(form), string.Empty, await OptionsAsync(work, staff)));

        Assert.True(today.Browser.Status is HttpStatusCode.Redirect, today.Browser.Text);
    }

    /// <summary>What a page that was filled in posts: rows by number, lists by repeating the name.</summary>
    private static IEnumerable<(string Name, string Value)> Typed(JsonObject values, string prefix, FormPrefill prefill)
    {
        foreach (var (key, value) in values)
        {
            var name = prefix + key;
            if (value is JsonArray rows && rows.All(row => row is JsonObject))
            {
                yield return (name + ".rows", rows.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
                foreach (var entry in rows.SelectMany((row, index) => Typed(row!.AsObject(), $"{name}.{index}.", prefill)))
                {
                    yield return entry;
                }
            }
            else if (value is not null)
            {
                foreach (var item in value is JsonArray list ? list.Select(one => one!) : [value])
                {
                    yield return (name, KeyOf(item.ToString(), prefill));
                }
            }
        }
    }

    private static string KeyOf(string typed, FormPrefill prefill) =>
        typed.StartsWith("label:", StringComparison.Ordinal)
            ? prefill.Options.Values.SelectMany(options => options).First(option => string.Equals(option.Label, typed["label:".Length..], StringComparison.Ordinal)).Key
            : typed;

    private async Task<FormPrefill> OptionsAsync(WorkItem work, Staff staff)
    {
        await using var db = office.Db();
        var viewer = new OfficeWorkflow.Server.Ui.Viewer(staff.PersonId, string.Empty, staff.OfficeId, string.Empty, []);
        var hand = await office.Services.GetRequiredService<WorkDesk>().OpenAsync(work.Id, viewer, db, CancellationToken.None);
        return await hand!.Act!.PrefillAsync(hand.Context, CancellationToken.None);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : PlanCreationPagesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : PlanCreationPagesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

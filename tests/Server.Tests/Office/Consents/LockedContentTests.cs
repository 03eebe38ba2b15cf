using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Consents.ByLink;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Consents;

/// <summary>What was sent for consent stays as it was sent: a change is another version, and asks anew.</summary>
public abstract class LockedContentTests(RunningOffice office)
{
    [Fact]
    public async Task G13_A_new_version_ends_the_request_for_the_old_one_and_is_asked_for_with_a_new_hash()
    {
        var scene = await ExplainedAsync();
        var (guest, path) = await OpenedAsync(scene);
        await using var db = scene.Db();
        var first = await db.Consents.AsNoTracking().SingleAsync();

        await RewriteAsync(scene);

        Assert.Equal(HttpStatusCode.NotFound, await guest.PostAsync(path, ("answer", "agreed"), ("name", "利用者A")));
        Assert.Equal(HttpStatusCode.NotFound, await new Browser(office.Client()).GetAsync(path));
        Assert.Equal(1, await db.Audit.CountAsync(static row => row.Act == "consent-request-ended"));
        var staff = await Staff.JoinAsync(office, [Roles.Clerk], scene.OfficeId);
        await staff.Browser.GetAsync($"/consents/{first.Id}");
        Assert.Contains("終えたお願い", staff.Browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("コードを見る", staff.Browser.Text, StringComparison.Ordinal);

        Assert.Empty((await ExplainAsync(scene, new DateOnly(2026, 3, 27))).Codes());

        var plans = await db.Plans.AsNoTracking().OrderBy(static plan => plan.Version).ToListAsync();
        var second = await db.Consents.AsNoTracking().SingleAsync(consent => consent.Id != first.Id);
        Assert.Equal([(plans[0].Id, plans[0].DocumentHash), (plans[1].Id, plans[1].DocumentHash)], [(first.PlanId, first.DocumentHash), (second.PlanId, second.DocumentHash)]);
        Assert.NotEqual(first.DocumentHash, second.DocumentHash);
        Assert.Equal(first.DocumentHash, Hash((await DocumentStore.ReadAsync(db, plans[0].DocumentId!.Value, CancellationToken.None))!));
    }

    [Fact]
    public async Task G13_The_old_version_is_neither_explained_nor_agreed_to_on_paper_any_more_but_what_was_signed_before_is_recorded()
    {
        var scene = await ExplainedAsync();
        var old = scene.Variables;
        await RewriteAsync(scene);

        Assert.Equal(["plan-superseded"], (await ExplainAsync(scene, new DateOnly(2026, 3, 27), old)).Codes());
        Assert.Equal(["plan-superseded"], await PaperAsync(scene, new DateOnly(2026, 3, 27)));
        Assert.Empty(await PaperAsync(scene, new DateOnly(2026, 3, 26)));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    private static ActContext Context(LedgerScene scene, OfficeDb db, DateTimeOffset at, Value.Record variables) =>
        new(db, scene.OfficeId, scene.CaseId, Guid.CreateVersion7(), scene.Client.Id.ToString(), variables, Value.Record.Empty, scene.Specialist, at);

    /// <summary>The draft was explained on the day before, and its link is sent.</summary>
    private async Task<LedgerScene> ExplainedAsync()
    {
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 27, 10));
        var scene = await LedgerScene.OpenAsync(office);
        await using (var own = scene.Db())
        {
            own.Offices.Add(new OfficeFile { Id = scene.OfficeId, Name = "相談支援事業所S", Number = "1300000001", Phone = "000-000-0000", Mail = "office@example.jp" });
            await own.SaveChangesAsync();
            await OfficeWordings.SeedAsync(own, scene.OfficeId, office.Clock.GetUtcNow(), CancellationToken.None);
        }

        await scene.FinishAsync("plan-draft");
        var consent = (await ExplainAsync(scene, new DateOnly(2026, 3, 26))).Done()["consentId"];
        scene.Variables = scene.Variables.With("consentId", consent);
        await using var db = scene.Db();
        var worker = office.Services.GetServices<Worker>().Single(static worker => worker.Type is "Office.RequestConsent");
        var asked = await worker.PerformAsync(
            new WorkerContext(db, scene.OfficeId, scene.CaseId, Guid.CreateVersion7(), scene.Client.Id.ToString(), worker.Type, CircleOfA.Values(("consentId", consent)), office.Clock.GetUtcNow()), CancellationToken.None);
        Assert.True(asked is WorkerAnswer.Done, asked.ToString());
        await db.SaveChangesAsync();

        return scene;
    }

    private static async Task<Outcome<Value.Record>> ExplainAsync(LedgerScene scene, DateOnly on, Value.Record? variables = null)
    {
        await using var db = scene.Db();
        var explained = await new ConsentExplainAct().ApplyAsync(Context(scene, db, CircleOfA.Tokyo(3, 27, 9), variables ?? scene.Variables), ConsentStory.ByLink().With("explainedOn", Value.Of(on)), CancellationToken.None);
        await db.SaveChangesAsync();

        return explained;
    }

    private static async Task<IReadOnlyList<string>> PaperAsync(LedgerScene scene, DateOnly on)
    {
        await using var db = scene.Db();
        var answer = CircleOfA.Values(("outcome", Value.Of("declined")), ("consentedOn", Value.Of(on)), ("reason", Value.Of("曜日を変えたい。")));

        return (await new ConsentPaperAct().ApplyAsync(Context(scene, db, CircleOfA.Tokyo(3, 27, 12), scene.Variables), answer, CancellationToken.None)).Codes();
    }

    /// <summary>Somebody writes the draft anew while the answer to the first one is awaited.</summary>
    private static async Task RewriteAsync(LedgerScene scene)
    {
        var typed = CaseA.Typed("plan-draft");
        typed["writtenOn"] = "2026-03-27";
        typed["longGoal"] = "毎月三泊を落ち着いて過ごす。";
        typed["correctionReason"] = "短期入所を増やす。";
        Assert.IsType<Outcome<Value.Record>.Done>(await scene.FinishAsync("plan-draft", typed, CircleOfA.Tokyo(3, 27, 11)));
    }

    private async Task<(Browser Guest, string Path)> OpenedAsync(LedgerScene scene)
    {
        await using var db = scene.Db();
        var link = await db.GuestLinks.SingleAsync(static link => link.Purpose == ConsentPurpose.Key);
        var path = await office.Services.GetRequiredService<Links>().FindAsync(db, scene.OfficeId, ConsentPurpose.Key, link.TargetId, CancellationToken.None);
        var guest = new Browser(office.Client());
        await guest.GetAsync(path!);
        await guest.PostAsync($"{path}/code", ("code", office.Services.GetRequiredService<GuestKey>().CodeOf(link)));
        await guest.FollowAsync();
        Assert.Contains("利用者A", guest.Text, StringComparison.Ordinal);

        return (guest, path!);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : LockedContentTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : LockedContentTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

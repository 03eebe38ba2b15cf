using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Deliveries;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Deliveries;

public abstract class DeliveryActsTests(RunningOffice office)
{
    private static readonly string[] UpToPlan = ["assessment", "plan-draft", "draft-delivery", "submit-to-city", "decision", "plan-final"];

    [Fact]
    public async Task The_draft_goes_to_the_client_and_to_the_city_whose_officers_the_case_learns()
    {
        var scene = await LedgerScene.OpenAsync(office);

        await scene.PlayAsync("plan-draft", "draft-delivery", "submit-to-city");

        await using var db = scene.Db();
        var deliveries = await db.Deliveries.OrderBy(row => row.DeliveredOn).ToListAsync();
        Assert.Equal([(AddresseeKind.User, "利用者A"), (AddresseeKind.City, "M市")], deliveries.Select(row => (row.Kind, row.AddresseeName)));
        var officer = (Value.Record)Assert.Single(((Value.List)scene.Variables["cityOfficers"]).Items);
        Assert.Equal((Value.Of("市職員M"), Value.Of("officer-m@m-city.example.jp")), (officer["name"], officer["mail"]));
    }

    [Theory]
    [InlineData("draft-delivery", "deliveredOn")]
    [InlineData("submit-to-city", "submittedOn")]
    public async Task Nothing_is_handed_over_before_it_is_agreed_to(string form, string field)
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync("plan-draft");

        Assert.Equal([("delivered-before-consent", field)], await scene.RefusalsAsync(form, typed => typed[field] = "2026-02-11"));
    }

    [Fact]
    public async Task Without_a_draft_or_a_municipality_there_is_nothing_to_hand_over()
    {
        var scene = await LedgerScene.OpenAsync(office);
        var without = await scene.RefusalsAsync("submit-to-city", _ => { });
        await scene.PlayAsync("plan-draft");
        await using (var db = scene.Db())
        {
            (await db.Clients.SingleAsync(row => row.Id == scene.Client.Id)).MunicipalityId = null;
            await db.SaveChangesAsync();
        }

        var nowhere = await scene.RefusalsAsync("submit-to-city", _ => { });

        Assert.Equal([("draft-missing", null)], without);
        Assert.Equal([("municipality-missing", null)], nowhere);
    }

    [Fact]
    public async Task The_plan_goes_to_the_client_to_each_provider_once_and_to_the_city()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync(UpToPlan);

        var addressees = await ListAsync(scene);

        Assert.Equal(
            "user 利用者A / provider 居宅介護事業所Q / provider 生活介護事業所P / provider 短期入所事業所R / provider 移動支援事業所T / city M市",
            string.Join(" / ", addressees.Select(row => $"{Text(row["kind"])} {Text(row["name"])}")));
        Assert.Equal("tantou@q.example.jp", Text(addressees[1]["mail"]));
        Assert.Equal("officer-m@m-city.example.jp", Text(addressees[5]["mail"]));
    }

    [Fact]
    public async Task Each_addressee_gets_a_delivery_of_its_own()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync(UpToPlan);
        var before = scene.Variables;

        foreach (var addressee in await ListAsync(scene))
        {
            var name = Text(addressee["name"]);
            scene.Variables = before.With("addressee", addressee);
            Assert.IsType<Outcome<Value.Record>.Done>(
                await scene.FinishAsync("plan-delivery", CaseA.Typed("plan-delivery", name), CaseA.At("plan-delivery", name)));
        }

        await using var db = scene.Db();
        var plan = await db.Plans.OrderByDescending(row => row.Version).FirstAsync();
        var deliveries = await db.Deliveries.Where(row => row.PlanId == plan.Id).ToListAsync();
        Assert.Equal(6, deliveries.Count);
        Assert.Equal(DeliveryMeans.Fax, deliveries.Single(row => row.AddresseeName is "移動支援事業所T").Means);
        Assert.All(deliveries, row => Assert.True(row.DeliveredOn >= plan.ConsentedOn));
    }

    [Fact]
    public async Task An_addressee_that_the_plan_does_not_name_is_refused()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync(UpToPlan);
        scene.Variables = scene.Variables.With("addressee", Value.Record.Empty.With("id", Value.Of(Guid.CreateVersion7().ToString())));

        var refused = Assert.IsType<Outcome<Value.Record>.Refused>(
            await scene.FinishAsync("plan-delivery", CaseA.Typed("plan-delivery", "M市"), CaseA.At("plan-delivery", "M市")));

        Assert.Equal("addressee-unknown", refused.Refusal.Code);
    }

    [Fact]
    public async Task The_guardian_receives_for_a_child()
    {
        var scene = await LedgerScene.OpenAsync(office, "利用者B");
        await using var db = scene.Db();

        var receiver = await Addressees.ReceiverAsync(db, scene.Client, new DateOnly(2026, 2, 12), CancellationToken.None);

        Assert.Equal(("利用者Bの保護者 利用者Bの母", "haha-b@example.jp"), (receiver.Name, receiver.Mail));
    }

    [Fact]
    public async Task A_list_for_a_plan_of_another_office_fails_with_its_reason()
    {
        var theirs = await LedgerScene.OpenAsync(office);
        await theirs.PlayAsync("plan-draft");
        var ours = await LedgerScene.OpenAsync(office);
        ours.Variables = ours.Variables.With("planId", theirs.Variables["planId"]);

        Assert.IsType<WorkerAnswer.Failed>(await PerformAsync(ours));
    }

    private static string Text(Value value) => ((Value.Text)value).Content;

    private async Task<IReadOnlyList<Value.Record>> ListAsync(LedgerScene scene)
    {
        var done = Assert.IsType<WorkerAnswer.Done>(await PerformAsync(scene));
        return [.. ((Value.List)done.Values["addressees"]).Items.OfType<Value.Record>()];
    }

    private async Task<WorkerAnswer> PerformAsync(LedgerScene scene)
    {
        await using var db = scene.Db();
        var worker = office.Services.GetServices<Worker>().OfType<DeliveryListWorker>().Single();
        var inputs = Value.Record.Empty.With("planId", scene.Variables["planId"]);
        return await worker.PerformAsync(
            new WorkerContext(db, scene.OfficeId, scene.CaseId, Guid.CreateVersion7(), scene.Client.Id.ToString(), "渡す相手を調べる", inputs, CaseA.At("plan-final").AddDays(10)), CancellationToken.None);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : DeliveryActsTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : DeliveryActsTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

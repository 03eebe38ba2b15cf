using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Deliveries;

/// <summary>計画の交付 to one addressee: the case's variable <c>addressee</c> says to whom.</summary>
internal sealed class PlanDeliveryAct : ClientAct
{
    public override string Name => "Office.PlanDelivery";

    protected override async Task<FormPrefill> PrefillAsync(ActContext context, Client client, CancellationToken stop)
    {
        var plan = await PlanAsync(context, client, PlanStage.Final, stop);
        var addressee = await AddresseeAsync(context, client, plan, stop);
        var means = addressee?.Kind is AddresseeKind.User ? DeliveryMeans.ByHand : DeliveryMeans.Post;
        return Prefill(("deliveredOn", Today(context)), ("means", Value.Of(ActReader.Key(means)))) with
        {
            Facts =
            [
                new("渡す相手", addressee is null ? "相手が見つかりません" : $"{Words.Of(addressee.Kind)}: {addressee.Name} {addressee.PersonName}".TrimEnd()),
                new("渡す計画", plan is null ? "計画がありません" : $"第{plan.Version}版", plan is null ? null : $"/plans/{plan.Id}"),
                new("同意の日", plan?.ConsentedOn is { } day ? JapaneseEra.Long(day) : "記録がありません"),
            ],
        };
    }

    protected override async Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Client client, ActReader read, CancellationToken stop)
    {
        var plan = await PlanAsync(context, client, PlanStage.Final, stop);
        if (plan is null)
        {
            return new Refusal("plan-missing", "渡す計画がありません。先に計画を作ってください。");
        }

        if (await AddresseeAsync(context, client, plan, stop) is not { } addressee)
        {
            return new Refusal("addressee-unknown", "渡す相手がこの計画の交付先にありません。案件の交付先を確かめてください。");
        }

        var delivery = DeliveryReading.Read(context, plan, read, "deliveredOn", "交付した日", (addressee.Kind, addressee.Id, addressee.Name));
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        context.Db.Add(delivery);
        return Answer(("deliveredOn", Value.Of(delivery.DeliveredOn)));
    }

    private static async Task<Addressee?> AddresseeAsync(ActContext context, Client client, ServicePlan? plan, CancellationToken stop)
    {
        var id = IdIn((context.Variables["addressee"] as Value.Record)?["id"] ?? Value.None);
        var all = plan is null ? [] : await Addressees.OfAsync(context.Db, client, plan, JapaneseEra.DayInTokyo(context.At), stop);
        return all.FirstOrDefault(addressee => addressee.Id == id);
    }
}

using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Deliveries;

/// <summary>計画案の交付 to the client, or to the guardian of a child.</summary>
internal sealed class DraftDeliveryAct : ClientAct
{
    public override string Name => "Office.DraftDelivery";

    protected override async Task<FormPrefill> PrefillAsync(ActContext context, Client client, CancellationToken stop)
    {
        var draft = await PlanAsync(context, client, PlanStage.Draft, stop);
        var receiver = await Addressees.ReceiverAsync(context.Db, client, JapaneseEra.DayInTokyo(context.At), stop);
        return Prefill(("deliveredOn", Today(context)), ("means", Value.Of(ActReader.Key(DeliveryMeans.ByHand)))) with
        {
            Facts =
            [
                new("渡す相手", receiver.Name),
                new("渡す計画案", draft is null ? "計画案がありません" : $"第{draft.Version}版", draft is null ? null : $"/plans/{draft.Id}"),
                new("同意の日", draft?.ConsentedOn is { } day ? JapaneseEra.Long(day) : "記録がありません"),
            ],
        };
    }

    protected override async Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Client client, ActReader read, CancellationToken stop)
    {
        var draft = await PlanAsync(context, client, PlanStage.Draft, stop);
        if (draft is null)
        {
            return new Refusal("draft-missing", "渡す計画案がありません。先に計画案を作ってください。");
        }

        var receiver = await Addressees.ReceiverAsync(context.Db, client, read.Today, stop);
        var delivery = DeliveryReading.Read(context, draft, read, "deliveredOn", "交付した日", (AddresseeKind.User, client.Id, receiver.Name));
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        context.Db.Add(delivery);
        return Answer(("draftDeliveredOn", Value.Of(delivery.DeliveredOn)));
    }
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Deliveries;

/// <summary>計画案の提出 to the municipality; gives the case the city's officers to write to.</summary>
internal sealed class SubmitToCityAct : ClientAct
{
    public override string Name => "Office.SubmitToCity";

    protected override async Task<FormPrefill> PrefillAsync(ActContext context, Client client, CancellationToken stop)
    {
        var draft = await PlanAsync(context, client, PlanStage.Draft, stop);
        var city = await CityAsync(context, client, stop);
        var officers = await Addressees.OfficersAsync(context.Db, client, stop);
        return Prefill(("submittedOn", Today(context)), ("means", Value.Of(ActReader.Key(DeliveryMeans.ByHand)))) with
        {
            Facts =
            [
                new("提出先", city is null ? "市町村が登録されていません" : $"{city.Name} {city.Department}".TrimEnd(), $"/clients/{client.Id}"),
                new("知らせる相手", officers.Count == 0 ? "メールのある担当職員がいません" : string.Join("、", officers.Select(officer => officer.Name))),
                new("同意の日", draft?.ConsentedOn is { } day ? JapaneseEra.Long(day) : "記録がありません"),
            ],
        };
    }

    protected override async Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Client client, ActReader read, CancellationToken stop)
    {
        var draft = await PlanAsync(context, client, PlanStage.Draft, stop);
        var city = await CityAsync(context, client, stop);
        if (draft is null)
        {
            return new Refusal("draft-missing", "提出する計画案がありません。先に計画案を作ってください。");
        }

        if (city is null)
        {
            return new Refusal("municipality-missing", "利用者の市町村が登録されていません。利用者のページで市町村を選んでから、もう一度完了してください。");
        }

        var delivery = DeliveryReading.Read(context, draft, read, "submittedOn", "提出した日", (AddresseeKind.City, city.Id, city.Name));
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        context.Db.Add(delivery);
        var officers = await Addressees.OfficersAsync(context.Db, client, stop);
        return Answer(
            ("submittedOn", Value.Of(delivery.DeliveredOn)),
            ("cityOfficers", Value.Of(officers.Select(officer => (Value)Answer(("name", Value.Of(officer.Name)), ("mail", Value.Of(officer.Mail!)))))));
    }

    private static Task<Municipality?> CityAsync(ActContext context, Client client, CancellationToken stop) =>
        context.Db.Municipalities.SingleOrDefaultAsync(row => row.Id == client.MunicipalityId, stop);
}

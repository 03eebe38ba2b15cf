using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Deliveries;

/// <summary>Gives the case the list of those to whom its plan must be delivered.</summary>
internal sealed class DeliveryListWorker : Worker
{
    public override string Type => "Office.DeliveryList";

    public override string Label => "計画を渡す相手を調べる";

    public override async Task<WorkerAnswer> PerformAsync(WorkerContext context, CancellationToken stop)
    {
        var id = Guid.TryParse((context.Inputs["planId"] as Value.Text)?.Content, CultureInfo.InvariantCulture, out var parsed) ? parsed : Guid.Empty;
        var plan = await context.Db.WholePlans.SingleOrDefaultAsync(row => row.Id == id, stop);
        if (plan is null)
        {
            return new WorkerAnswer.Failed("交付する計画が見つかりません。案件の planId を確かめてください。");
        }

        var client = await context.Db.Clients.SingleAsync(row => row.Id == plan.ClientId, stop);
        var addressees = await Addressees.OfAsync(context.Db, client, plan, JapaneseEra.DayInTokyo(context.At), stop);
        return new WorkerAnswer.Done(PlanForm.Record(("addressees", Value.Of(addressees.Select(Of)))));
    }

    internal static Value Of(Addressee addressee) => PlanForm.Record(
        ("id", Value.Of(addressee.Id.ToString())),
        ("name", Value.Of(addressee.Name)),
        ("kind", Value.Of(ActReader.Key(addressee.Kind))),
        ("person", addressee.PersonName is { } person ? Value.Of(person) : Value.None),
        ("mail", addressee.Mail is { } mail ? Value.Of(mail) : Value.None));
}

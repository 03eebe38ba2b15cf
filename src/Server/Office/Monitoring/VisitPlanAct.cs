using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Monitoring;

/// <summary>The day of the visit in a designated month.</summary>
internal sealed class VisitPlanAct : ClientAct
{
    public override string Name => "Office.VisitPlan";

    public override IReadOnlyList<string> ReservedTo => [Roles.Specialist, Roles.Assistant];

    protected override Task<FormPrefill> PrefillAsync(ActContext context, Client client, CancellationToken stop) =>
        Task.FromResult(FormPrefill.Nothing with { Facts = [new("モニタリング月", JapaneseEra.Month(MonitoredMonth.Of(context)))] });

    protected override Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Client client, ActReader read, CancellationToken stop)
    {
        var month = MonitoredMonth.Of(context);
        var on = read.RequiredDay("visitOn", "訪問する日");
        read.RefuseIf(on < month, "visit-before-month", $"訪問する日がモニタリング月（{JapaneseEra.Month(month)}）より前です。指定された月の日にしてください。", "visitOn");
        if (read.IsWrong)
        {
            return Task.FromResult<Outcome<Value.Record>>(read.Refusal);
        }

        context.Db.Add(new MonitoringVisit
        {
            Id = Guid.CreateVersion7(),
            OfficeId = context.OfficeId,
            ClientId = client.Id,
            CaseId = context.CaseId,
            Month = month,
            VisitOn = on,
            Note = read.Text("note"),
            PlannedBy = context.PersonId,
            PlannedAt = context.At,
        });

        return Task.FromResult<Outcome<Value.Record>>(Answer(("visitOn", Value.Of(on))));
    }
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Monitoring;

/// <summary>Finds the clients who are to be visited this month and for whom nobody has begun.</summary>
internal sealed class MonitoringDueWorker : Worker
{
    /// <summary>Key of the procedure that the monthly round starts for each client.</summary>
    public const string Procedure = "monitoring";

    public override string Type => "Office.MonitoringDue";

    public override string Label => "今月モニタリングする利用者を調べる";

    public override async Task<WorkerAnswer> PerformAsync(WorkerContext context, CancellationToken stop)
    {
        var month = MonitoringMonths.FirstDay(JapaneseEra.DayInTokyo(context.At));
        var due = await DueAsync(context, month, stop);
        var list = Value.Of(due.Select(client => Entry(client, month)));

        return new WorkerAnswer.Done(Value.Record.Empty.With("dueClients", list));
    }

    private static async Task<IEnumerable<Client>> DueAsync(WorkerContext context, DateOnly month, CancellationToken stop)
    {
        var db = context.Db;
        var designated = await DesignatedMonths.InForce(db).Where(row => row.Month == month).Select(static row => row.ClientId).Distinct().ToListAsync(stop);
        var reported = await db.MonitoringReports.Where(report => report.Month == month).Select(static report => report.ClientId).ToListAsync(stop);
        var begun = await db.Cases
            .Where(static file => file.ProcedureKey == Procedure && file.Status == CaseStatus.Open)
            .Select(static file => file.Subject)
            .ToListAsync(stop);
        var clients = await db.Clients
            .Where(client => designated.Contains(client.Id) && !reported.Contains(client.Id) && client.ClosedOn == null)
            .OrderBy(static client => client.Kana).ThenBy(static client => client.Id)
            .ToListAsync(stop);

        return clients.Where(client => !begun.Contains(client.Id.ToString(), StringComparer.Ordinal));
    }

    private static Value Entry(Client client, DateOnly month) => Value.Of(
    [
        KeyValuePair.Create("clientId", Value.Of(client.Id.ToString())),
        KeyValuePair.Create("clientName", Value.Of(client.Name)),
        KeyValuePair.Create("month", Value.Of(month)),
    ]);
}

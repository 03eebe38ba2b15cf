using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Plug;

/// <summary>An act about one client: the one that the case is about.</summary>
internal abstract class ClientAct : FormAct
{
    public sealed override async Task<FormPrefill> PrefillAsync(ActContext context, CancellationToken stop)
    {
        var client = await ClientAsync(context, stop);
        if (client is null)
        {
            return FormPrefill.Nothing;
        }

        var prefill = await PrefillAsync(context, client, stop);
        return prefill with { Facts = [.. await FactsAsync(context, client, stop), .. prefill.Facts] };
    }

    public sealed override async Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Value.Record answers, CancellationToken stop)
    {
        var client = await ClientAsync(context, stop);
        return client is null
            ? new Refusal("client-unknown", "この案件の利用者が台帳に見つかりません。案件の対象を確かめてください。", Kind: RefusalKind.Unknown)
            : await ApplyAsync(context, client, new ActReader(answers, context.At), stop);
    }

    protected virtual Task<FormPrefill> PrefillAsync(ActContext context, Client client, CancellationToken stop) =>
        Task.FromResult(FormPrefill.Nothing);

    protected abstract Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Client client, ActReader read, CancellationToken stop);

    /// <summary>The plan that the case is at: the one its variables name, else the client's latest of the stage.</summary>
    protected static async Task<ServicePlan?> PlanAsync(ActContext context, Client client, PlanStage stage, CancellationToken stop)
    {
        var plans = context.Db.WholePlans.Where(plan => plan.ClientId == client.Id && plan.Stage == stage);
        var named = IdIn(context.Variables["planId"]);
        return await plans.SingleOrDefaultAsync(plan => plan.Id == named, stop)
            ?? await plans.OrderByDescending(plan => plan.Version).FirstOrDefaultAsync(stop);
    }

    protected static FormPrefill Prefill(params (string Key, Value Value)[] values) =>
        new(new Value.Record(Value.Record.Empty.Fields.AddRange(values.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)))));

    protected static Value.Record Answer(params (string Key, Value Value)[] values) => Prefill(values).Values;

    protected static Value Today(ActContext context) => Value.Of(JapaneseEra.DayInTokyo(context.At));

    protected static Guid? IdIn(Value value) =>
        value is Value.Text { Content: var text } && Guid.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static async Task<Client?> ClientAsync(ActContext context, CancellationToken stop)
    {
        var id = IdIn(context.Variables["clientId"]) ?? (Guid.TryParse(context.Subject, CultureInfo.InvariantCulture, out var subject) ? subject : null);
        return await context.Db.Clients.SingleOrDefaultAsync(client => client.Id == id, stop);
    }

    private static async Task<IEnumerable<FormFact>> FactsAsync(ActContext context, Client client, CancellationToken stop)
    {
        var certificate = await context.Db.Certificates
            .Where(row => row.ClientId == client.Id)
            .OrderByDescending(row => row.RecordedAt)
            .FirstOrDefaultAsync(stop);
        var age = client.AgeOn(JapaneseEra.DayInTokyo(context.At)).ToString(CultureInfo.InvariantCulture);
        var facts = new List<FormFact>
        {
            new("利用者", $"{client.Name}（{age}歳）", $"/clients/{client.Id}"),
        };
        if (certificate is not null)
        {
            facts.Add(new("受給者証", $"{certificate.Number} {Words.Of(certificate.SupportLevel)}", $"/clients/{client.Id}/certificates"));
        }

        return facts;
    }
}

using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Demo;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Support;

/// <summary>A new office with the demo ledger, and a case about one of its clients that goes from form to form.</summary>
internal sealed class LedgerScene(RunningOffice office, Guid officeId)
{
    public Guid OfficeId => officeId;

    public Guid CaseId { get; } = Guid.CreateVersion7();

    public Guid Specialist { get; } = Guid.CreateVersion7();

    public Client Client { get; private set; } = null!;

    public Value.Record Variables { get; set; } = Value.Record.Empty;

    public static async Task<LedgerScene> OpenAsync(RunningOffice office, string client = "利用者A", Guid? officeId = null)
    {
        var scene = new LedgerScene(office, officeId ?? Guid.CreateVersion7());
        await using var db = scene.Db();
        new DemoLedger(db, scene.OfficeId, ManualClock.FirstDay).Add(scene.Specialist, Guid.CreateVersion7());
        await db.SaveChangesAsync();
        scene.Client = await db.Clients.SingleAsync(row => row.Name == client);
        scene.Variables = Value.Record.Empty.With("clientId", Value.Of(scene.Client.Id.ToString())).With("clientName", Value.Of(client));
        return scene;
    }

    public OfficeDb Db() => office.Db(new Scope.CaseOffice(OfficeId));

    /// <summary>Finishes each form as case A does, giving the consents that stand between them.</summary>
    public async Task PlayAsync(params string[] forms)
    {
        foreach (var form in forms)
        {
            Assert.IsType<Outcome<Value.Record>.Done>(await FinishAsync(form));
            if (form is "plan-draft" or "plan-final")
            {
                await AgreeAsync(form is "plan-draft" ? new DateOnly(2026, 2, 12) : new DateOnly(2026, 3, 26));
            }
        }
    }

    public async Task<FormPrefill> PrefillAsync(string form)
    {
        await using var db = Db();
        return await Act(form).PrefillAsync(Context(db, CaseA.At(form)), CancellationToken.None);
    }

    public Task<Outcome<Value.Record>> FinishAsync(string form) => FinishAsync(form, CaseA.Typed(form), CaseA.At(form));

    /// <summary>Finishes a form with something typed otherwise.</summary>
    public Task<Outcome<Value.Record>> FinishAsync(string form, Action<JsonObject> change)
    {
        var typed = CaseA.Typed(form);
        change(typed);
        return FinishAsync(form, typed, CaseA.At(form));
    }

    public async Task<Outcome<Value.Record>> FinishAsync(string form, JsonObject typed, DateTimeOffset at)
    {
        await using var db = Db();
        var act = Act(form);
        var context = Context(db, at);
        var prefill = await act.PrefillAsync(context, CancellationToken.None);
        var outcome = await act.ApplyAsync(context, CaseA.Answers(CaseA.Form(form), typed, prefill), CancellationToken.None);
        if (outcome is Outcome<Value.Record>.Done done)
        {
            await db.SaveChangesAsync();
            Variables = Variables.With(done.Value);
        }

        return outcome;
    }

    /// <summary>The codes and fields of everything that is refused.</summary>
    public async Task<IReadOnlyList<(string Code, string? Field)>> RefusalsAsync(string form, Action<JsonObject> change)
    {
        var refused = Assert.IsType<Outcome<Value.Record>.Refused>(await FinishAsync(form, change));
        return [.. refused.Refusal.All.Select(refusal => (refusal.Code, refusal.Field))];
    }

    public async Task AgreeAsync(DateOnly on)
    {
        await using var db = Db();
        var plan = await db.Plans.Where(row => row.ClientId == Client.Id).OrderByDescending(row => row.Version).FirstAsync();
        Assert.Null(plan.Agree(on));
        await db.SaveChangesAsync();
    }

    private FormAct Act(string form)
    {
        var name = CaseA.Form(form).Act;
        return office.Services.GetServices<FormAct>().Single(act => string.Equals(act.Name, name, StringComparison.Ordinal));
    }

    private ActContext Context(OfficeDb db, DateTimeOffset at) => new(
        db, OfficeId, CaseId, Guid.CreateVersion7(), Client.Id.ToString(), Variables, Value.Record.Empty, Specialist, at);
}

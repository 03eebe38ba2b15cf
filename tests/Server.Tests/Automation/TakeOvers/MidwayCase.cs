using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.App;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Office;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Tests.Automation.TakeOvers;

/// <summary>利用者A in an office of its own that comes to this product in the middle of case A, and goes on with what people type in that case.</summary>
internal sealed class MidwayCase(RunningOffice office, LedgerScene ledger, Staff lead)
{
    private int operations;

    public Staff Lead => lead;

    public LedgerScene Ledger => ledger;

    public static async Task<MidwayCase> InAsync(RunningOffice office)
    {
        var lead = await Staff.JoinAsync(office, ["specialist", "clerk", "manager"], name: "専門員X");
        var ledger = await LedgerScene.OpenAsync(office, officeId: lead.OfficeId);
        await using var db = ledger.Db();
        (await db.Offices.SingleAsync(file => file.Id == lead.OfficeId)).Mail = "office@example.jp";
        await db.SaveChangesAsync();
        await OfficeWordings.SeedAsync(db, lead.OfficeId, office.Clock.GetUtcNow(), CancellationToken.None);
        await office.Services.GetRequiredService<PrepareOffices>().HandleAsync(lead.OfficeId, CancellationToken.None);
        return new MidwayCase(office, ledger, lead);
    }

    public async Task<CaseFile> FileAsync(Guid id)
    {
        await using var db = ledger.Db();
        return await db.Cases.SingleAsync(file => file.Id == id);
    }

    /// <summary>What the open cases wait for.</summary>
    public async Task<string> WaitingAsync()
    {
        await using var db = ledger.Db();
        var open = await db.Cases.Where(static file => file.Status == CaseStatus.Open).ToListAsync();
        var errors = await db.Outbox.Where(static entry => entry.LastError != null).Select(static entry => entry.LastError).Distinct().ToListAsync();
        return string.Join("; ", errors) + string.Join("; ", open.Select(static file =>
        {
            var state = CaseFormat.Read(file.State);
            return $"{file.ProcedureKey}: {string.Join(", ", state.Tokens.Select(static token => $"{token.NodeId} {token.Trouble?.Reason}"))}";
        }));
    }

    /// <summary>Everything open is finished as case A does, until nothing is left.</summary>
    public async Task PlayOnAsync()
    {
        for (var step = 0; step < 60; step++)
        {
            await office.DrainAsync();
            await using var db = ledger.Db();
            if (await db.Work.AsNoTracking().Where(static work => work.EndedAt == null).OrderBy(static work => work.Id).FirstOrDefaultAsync() is not { } item)
            {
                return;
            }

            await FinishAsync(db, item.Id);
        }

        Assert.Fail("The case does not come to an end.");
    }

    private async Task FinishAsync(OfficeDb db, Guid id)
    {
        var viewer = new Viewer(lead.PersonId, "専門員X", lead.OfficeId, "相談支援事業所", ["specialist", "clerk", "manager"]);
        var desk = office.Services.GetRequiredService<WorkDesk>();
        var work = (await desk.OpenAsync(id, viewer, db, CancellationToken.None))!;
        var stage = (work.Context.Variables["stage"] as Value.Text)?.Content;
        var (typed, at) = work.Item.Form switch
        {
            null => (new JsonObject(), office.Clock.GetUtcNow()),
            "visit-plan" => (new JsonObject { ["visitOn"] = "2026-04-20" }, new DateTimeOffset(2026, 4, 6, 10, 0, 0, TimeSpan.FromHours(9))),
            "monitoring-report" => (Report(), new DateTimeOffset(2026, 4, 21, 10, 0, 0, TimeSpan.FromHours(9))),
            { } form => CaseA.OfWalk(form, stage, work.Item.About),
        };
        office.Clock.MoveTo(at > office.Clock.GetUtcNow() ? at : office.Clock.GetUtcNow());
        work = (await desk.OpenAsync(id, viewer, db, CancellationToken.None))!;
        var prefill = work.Act is null ? FormPrefill.Nothing : await work.Act.PrefillAsync(work.Context, CancellationToken.None);
        await OnPaperAsync(work, typed, stage, db);
        var values = prefill.Values.With(CaseA.Answers(work.Form, typed, prefill));
        var answer = await FinishWork.HandleAsync(
            work, $"op-{++operations}", FormTyped.Of(work.Form, Whole(work.Form, prefill, values, typed)), viewer, db, office.Services.GetRequiredService<CaseRunner>(), CancellationToken.None);
        answer.Done();
    }

    /// <summary>What case A does not type stays as the form offers it.</summary>
    private static Value.Record Whole(FormDefinition form, FormPrefill prefill, Value.Record values, JsonObject typed) =>
        form.Fields.Where(field => !typed.ContainsKey(field.Key)).Aggregate(values, (whole, field) => whole.With(field.Key, prefill.Values[field.Key]));

    /// <summary>Every consent is signed on paper here, and the paper is scanned.</summary>
    private async Task OnPaperAsync(WorkAtHand work, JsonObject typed, string? stage, OfficeDb db)
    {
        if (work.Item.Form is "consent-explain")
        {
            typed["method"] = "paper";
            foreach (var key in new[] { "electronicAgreedOn", "electronicMeans", "mail" })
            {
                typed.Remove(key);
            }
        }
        else if (work.Item.Form is "consent-paper")
        {
            typed["consentedOn"] = stage is "plan" ? "2026-03-26" : "2026-02-12";
            var origin = new DocumentOrigin(lead.OfficeId, ledger.Client.Id.ToString(), work.Item.CaseId, lead.PersonId, office.Clock.GetUtcNow());
            typed["scan"] = DocumentStore.Keep(db, "同意書.pdf", "%PDF-1.4\n%%EOF\n"u8.ToArray(), origin).Done().Id.ToString();
            await db.SaveChangesAsync();
        }
    }

    private static JsonObject Report() => new()
    {
        ["visitedAt"] = "2026-04-20T14:00",
        ["place"] = "home",
        ["interviewed"] = true,
        ["overall"] = "落ち着いている。",
        ["needs"] = new JsonArray([.. Enumerable.Range(1, 6).Select(static rank => (JsonNode)new JsonObject
        {
            ["rank"] = rank,
            ["goal"] = "目標",
            ["provided"] = "予定のとおり",
            ["feeling"] = "よい",
            ["achieved"] = "9割",
        })]),
        ["result"] = "continue",
        ["nextOn"] = "2026-05-18",
    };
}

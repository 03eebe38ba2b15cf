using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

/// <summary>A wording filled in: with what a real case knows, and with the name of each mark where it knows nothing.</summary>
public static class PreviewMail
{
    private const int MostCases = 20;

    /// <param name="Wording">A first line <c>件名: …</c>, then the body.</param>
    public sealed record Form(string Wording, Guid? CaseId = null);

    /// <param name="Findings">Why it cannot be sent, a sentence each.</param>
    public sealed record Model(string Subject, string Text, IReadOnlyList<string> Findings);

    public sealed record Known(Guid Id, string Label);

    /// <summary>The cases of a procedure that began last.</summary>
    public static async Task<IReadOnlyList<Known>> CasesAsync(string key, OfficeDb db, CancellationToken stop)
    {
        var files = await db.Cases.AsNoTracking().Where(file => file.ProcedureKey == key).OrderByDescending(static file => file.Id).Take(MostCases)
            .Select(static file => new { file.Id, file.SubjectLabel, file.StartedAt }).ToListAsync(stop);
        return files.ConvertAll(static file => new Known(file.Id, $"{file.SubjectLabel ?? "対象なし"}（{Ui.JapaneseEra.Long(Ui.JapaneseEra.DayInTokyo(file.StartedAt))}開始）"));
    }

    public static async Task<Model> HandleAsync(string key, Form form, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (CheckOwn.Wording(form.Wording).ToList() is { Count: > 0 } findings)
        {
            return new Model("", "", findings);
        }

        var wording = MailWording.Read(form.Wording);
        var known = await KnownAsync(key, form.CaseId, db, clock, stop);
        return Examples.Fill(wording, known) is { } text ? new Model(text.Subject, text.Text, []) : new Model("", "", ["この文面は差し込めません。差し込みの書き方を確かめてください。"]);
    }

    /// <summary>Nothing where no case of this procedure was asked for; that somebody looked is written down.</summary>
    private static async Task<Value.Record> KnownAsync(string key, Guid? caseId, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == caseId && row.ProcedureKey == key, stop) is not { } file)
        {
            return Value.Record.Empty;
        }

        db.Note(file.OfficeId, clock.GetUtcNow(), "mail-previewed", $"case:{file.Id}", "文面をこの案件で試し読みした。", file.Id);
        await db.SaveChangesAsync(stop);
        var office = await db.Offices.SingleAsync(row => row.Id == file.OfficeId, stop);
        var order = new MailOrder(file.OfficeId, "", "【name】", null, CaseFormat.Read(file.State).Variables) { CaseId = file.Id };
        return Postbox.Fill(order, office, clock.GetUtcNow());
    }
}

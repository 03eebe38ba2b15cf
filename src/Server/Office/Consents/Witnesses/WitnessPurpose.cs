using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Consents.Receipts;
using OfficeWorkflow.Server.Office.Consents.Witnesses.Views;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Consents.Witnesses;

/// <summary>A witness reads whose answer to what it was, and confirms by name to have been there. Once; nothing to say no with: who was not there calls.</summary>
internal sealed class WitnessPurpose : GuestPurpose
{
    /// <summary>The purpose of the links; their target is the witness.</summary>
    public const string Key = "witness";

    public override string Name => Key;

    public override async Task<IResult> ShowAsync(GuestVisit visit, CancellationToken stop)
    {
        if (await OpenAsync(visit, stop) is not { } model)
        {
            return TypedResults.NotFound();
        }

        visit.Db.Note(visit.Link.OfficeId, visit.At, "consent-witness-opened", ReceiptEvidence.AboutOf(model.Consent.Id), "立会人の確認のページが、専用のリンクから開かれました。", model.Consent.CaseId);
        await visit.Db.SaveChangesAsync(stop);

        return View.Of<WitnessPage, WitnessGuestModel>(model);
    }

    public override async Task<IResult> PostAsync(GuestVisit visit, IFormCollection form, CancellationToken stop)
    {
        if (await OpenAsync(visit, stop) is not { } open)
        {
            return TypedResults.NotFound();
        }

        var model = open with { TypedName = form["name"].ToString().Trim() };
        if (model.TypedName.Length is 0 or > WitnessGuestModel.LongestName)
        {
            return Refused(model, new Refusal("name-missing", "お名前を入力してください。", "name"));
        }

        var word = new WitnessWord(JapaneseEra.DayInTokyo(visit.At), visit.At, model.TypedName, From: visit.From);
        if (await ConfirmWitness.RecordAsync(visit.Db, model.Witness, model.Consent, word, stop) is { } refusal)
        {
            return Refused(model, refusal);
        }

        visit.Link.Use(visit.At);
        try
        {
            await visit.Db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refused(model, Witness.AlreadyConfirmed);
        }

        return View.Of<WitnessPage, WitnessGuestModel>(model with { IsTaken = true });
    }

    private static IResult Refused(WitnessGuestModel model, Refusal refusal) =>
        View.Of<WitnessPage, WitnessGuestModel>(model with { Refusals = [refusal] }, RefusalPages.StatusOf(refusal));

    /// <returns>Null when the consent was taken back.</returns>
    private static async Task<WitnessGuestModel?> OpenAsync(GuestVisit visit, CancellationToken stop)
    {
        var db = visit.Db;
        if (!Guid.TryParse(visit.Link.TargetId, CultureInfo.InvariantCulture, out var id)
            || await db.Witnesses.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } witness
            || await db.Consents.SingleOrDefaultAsync(row => row.Id == witness.ConsentId, stop) is not { IsWithdrawn: false } consent)
        {
            return null;
        }

        var plan = await db.Plans.SingleAsync(row => row.Id == consent.PlanId, stop);
        var client = await db.Clients.SingleAsync(row => row.Id == consent.ClientId, stop);

        return new WitnessGuestModel(visit.Path, visit.Office, witness, consent, plan, client.Name);
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Consents.ByLink.Views;
using OfficeWorkflow.Server.Office.Consents.Receipts;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Consents.ByLink;

/// <summary>The signer reads, behind a code, the plan that was explained, and agrees to it or not: asked, confirmed, answered once.</summary>
internal sealed class ConsentPurpose(Matching matching, TimeProvider clock) : GuestPurpose
{
    /// <summary>The purpose of the links.</summary>
    public const string Key = "consent";

    /// <summary>The part of the address that is the paper itself.</summary>
    public const string Paper = "paper";

    /// <summary>The part of the address that shows the page in large letters.</summary>
    public const string Large = "large";

    /// <summary>What the case waits for, by the consent.</summary>
    internal const string Message = "consent-answered";

    public override string Name => Key;

    public override async Task<IResult> ShowAsync(GuestVisit visit, CancellationToken stop)
    {
        if (await OpenAsync(visit, stop) is not { } model)
        {
            return TypedResults.NotFound();
        }

        // Who looked is a question that is asked later; machines do not come this far where there is a code.
        visit.Db.Note(visit.Link.OfficeId, visit.At, "consent-opened", ReceiptEvidence.AboutOf(model.Consent.Id), "説明と同意のページが、専用のリンクから開かれました。", model.Consent.CaseId);
        await visit.Db.SaveChangesAsync(stop);

        return string.Equals(visit.Part, Paper, StringComparison.Ordinal)
            ? await PaperAsync(visit, model, stop)
            : View.Of<ConsentGuestPage, ConsentGuestModel>(model with { IsLarge = string.Equals(visit.Part, Large, StringComparison.Ordinal) });
    }

    public override async Task<IResult> PostAsync(GuestVisit visit, IFormCollection form, CancellationToken stop)
    {
        if (await OpenAsync(visit, stop) is not { } open)
        {
            return TypedResults.NotFound();
        }

        var model = open with
        {
            Answer = Read(form["answer"].ToString()),
            TypedName = form["name"].ToString().Trim(),
            Reason = form["reason"].ToString().Trim(),
            IsTicked = string.Equals(form["ticked"], "yes", StringComparison.Ordinal),
            Drawn = form["drawn"].ToString(),
        };
        var wrong = model.Wrong().ToList();
        if (wrong.Count > 0)
        {
            return Show(model with { Refusals = wrong }, StatusCodes.Status422UnprocessableEntity);
        }

        if (string.Equals(form["confirmed"], "yes", StringComparison.Ordinal))
        {
            return await AnswerAsync(visit, model, stop);
        }

        var goesBack = string.Equals(form["back"], "yes", StringComparison.Ordinal);

        return Show(model with { Step = goesBack ? ConsentStep.Asking : ConsentStep.Confirming });
    }

    private static IResult Show(ConsentGuestModel model, int status = StatusCodes.Status200OK) =>
        View.Of<ConsentGuestPage, ConsentGuestModel>(model, status);

    /// <summary>The answer was not taken, and the page says why.</summary>
    private static IResult Over(ConsentGuestModel model, Refusal refusal) =>
        Show(model with { Step = ConsentStep.Over, Refusals = [refusal] }, RefusalPages.StatusOf(refusal));

    private static ConsentOutcome? Read(string key) =>
        Enum.GetValues<ConsentOutcome>().Where(one => string.Equals(ActReader.Key(one), key, StringComparison.Ordinal)).Select(static one => (ConsentOutcome?)one).FirstOrDefault();

    private static async Task<IResult> PaperAsync(GuestVisit visit, ConsentGuestModel model, CancellationToken stop) =>
        model.Plan.DocumentId is { } id && await DocumentStore.ReadAsync(visit.Db, id, stop) is { } bytes
            ? TypedResults.Bytes(bytes, "application/pdf")
            : TypedResults.NotFound();

    /// <returns>Null when nobody needs the answer any more.</returns>
    private static async Task<ConsentGuestModel?> OpenAsync(GuestVisit visit, CancellationToken stop)
    {
        if (!Guid.TryParse(visit.Link.TargetId, CultureInfo.InvariantCulture, out var id)
            || await visit.Db.Consents.SingleOrDefaultAsync(consent => consent.Id == id, stop) is not { } consent
            || await GuestCases.IsOverAsync(visit.Db, consent.CaseId, stop))
        {
            return null;
        }

        var plan = await visit.Db.WholePlans.SingleAsync(plan => plan.Id == consent.PlanId, stop);
        var client = await visit.Db.Clients.SingleAsync(client => client.Id == consent.ClientId, stop);

        return new ConsentGuestModel(visit.Path, visit.Office, consent, plan, client.Name)
        {
            Step = consent.IsAnswered ? ConsentStep.Over : ConsentStep.Asking,
            Changes = await PlanChanges.OfAsync(visit.Db, plan, stop),
        };
    }

    /// <returns>Null where the name was typed instead.</returns>
    private static Guid? Keep(GuestVisit visit, ConsentGuestModel model)
    {
        var origin = new DocumentOrigin(visit.Link.OfficeId, model.Consent.ClientId.ToString(), model.Consent.CaseId, PersonId: null, visit.At);

        return model.Picture() is { } bytes && DocumentStore.Keep(visit.Db, "画面に書いた署名", bytes, origin) is Outcome<Document>.Done { Value: var document } ? document.Id : null;
    }

    private async Task<IResult> AnswerAsync(GuestVisit visit, ConsentGuestModel model, CancellationToken stop)
    {
        var consent = model.Consent;
        var picture = Keep(visit, model);
        var typed = model.Mark is SigningMark.Ticked || picture is not null ? null : model.TypedName;
        var answer = new ConsentAnswer(model.Answer!.Value, JapaneseEra.DayInTokyo(visit.At), visit.At, model.Reason, picture, typed)
        {
            From = visit.From,
        };
        if (await GiveConsent.RecordAsync(visit.Db, consent, answer, stop) is { } refusal)
        {
            return Over(model, refusal);
        }

        visit.Link.Use(visit.At);
        var variables = Value.Record.Empty.With("outcome", Value.Of(ActReader.Key(answer.Outcome)));

        return await Deliver.OwnAsync(Message, consent.Id.ToString(), variables, $"{Message}:{consent.Id}", visit.Db, matching, clock, stop)
            ? Show(model with { Step = ConsentStep.Answered })
            : Over(model, Consent.AlreadyAnswered);
    }
}

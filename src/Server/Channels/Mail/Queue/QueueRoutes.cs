using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Mail.Queue.Views;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Channels.Mail.Queue;

/// <summary>What people do with mail that has not arrived yet.</summary>
internal static class QueueRoutes
{
    /// <param name="mail">The group of the mail pages.</param>
    public static void Map(RouteGroupBuilder mail)
    {
        var queue = mail.MapGroup("").RequireAuthorization(StaffPolicies.Work);
        queue.MapGet("/pause", AskPause);
        queue.MapPost("/pause", Pause);
        queue.MapPost("/pause/end", Resume);
        queue.MapGet("/failed/sending", AskFailed);
        queue.MapPost("/failed/sending", Failed);
        queue.MapPost("/{id:guid}/now", Now);
        queue.MapGet("/{id:guid}/withdrawal", AskWithdrawal);
        queue.MapPost("/{id:guid}/withdrawal", Withdraw);
        queue.MapGet("/{id:guid}/address", AskAddress);
        queue.MapPost("/{id:guid}/address", Elsewhere);
    }

    private static IResult AskPause() => View.Of<ConfirmPage, Confirmation>(PauseMail.Ask(reason: null, []));

    private static async Task<IResult> Pause([FromForm] PauseMail.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await PauseMail.HandleAsync(form, user.FindFirstValue(ClaimTypes.Name) ?? "", db, clock, stop) is { } no
            ? View.Of<ConfirmPage, Confirmation>(PauseMail.Ask(form.Reason, [no]), StatusCodes.Status422UnprocessableEntity)
            : TypedResults.LocalRedirect("/mail");

    private static async Task<IResult> Resume(OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        await PauseMail.ResumeAsync(db, clock, stop);
        return TypedResults.LocalRedirect("/mail");
    }

    private static async Task<IResult> AskFailed(OfficeDb db, CancellationToken stop) =>
        View.Of<ConfirmPage, Confirmation>(SendFailedAgain.Ask(await db.Mails.CountAsync(static mail => mail.State == MailState.Failed, stop)));

    private static async Task<IResult> Failed(OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        await SendFailedAgain.HandleAsync(db, clock, stop);
        return TypedResults.LocalRedirect("/mail?state=Waiting");
    }

    private static async Task<IResult> Now(Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        Answer(await SendNow.HandleAsync(id, db, clock, stop));

    private static async Task<IResult> AskWithdrawal(Guid id, OfficeDb db, CancellationToken stop) =>
        await db.Mails.FindAsync([id], stop) is { } mail
            ? View.Of<ConfirmPage, Confirmation>(WithdrawMail.Ask(mail, []))
            : TypedResults.NotFound();

    private static async Task<IResult> Withdraw(Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        Answer(await WithdrawMail.HandleAsync(id, db, clock, stop));

    private static async Task<IResult> AskAddress(Guid id, OfficeDb db, CancellationToken stop) =>
        await db.Mails.FindAsync([id], stop) is { CanGoElsewhere: true } mail
            ? View.Of<ElsewherePage, SendElsewhere.Model>(new(mail, mail.Address, []))
            : TypedResults.NotFound();

    private static async Task<IResult> Elsewhere(Guid id, [FromForm] SendElsewhere.Form form, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await SendElsewhere.HandleAsync(id, form, db, clock, stop) switch
        {
            Outcome<SentMail>.Refused { Refusal: { Field: not null } no } when await db.Mails.FindAsync([id], stop) is { } mail =>
                View.Of<ElsewherePage, SendElsewhere.Model>(new(mail, form.Address, [no]), StatusCodes.Status422UnprocessableEntity),
            var outcome => Answer(outcome),
        };

    private static IResult Answer(Outcome<SentMail> outcome) => outcome switch
    {
        Outcome<SentMail>.Done done => TypedResults.LocalRedirect($"/mail/{done.Value.Id}"),
        Outcome<SentMail>.Refused no => RefusalPages.Of(no.Refusal, "メール", "メールの一覧へ", "/mail"),
        _ => throw new UnreachableException(),
    };
}

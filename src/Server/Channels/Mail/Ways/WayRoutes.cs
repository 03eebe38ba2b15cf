using System.Diagnostics;
using System.Security.Claims;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail.Ways.Views;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Ways;

/// <summary>Messages that are told by hand.</summary>
internal static class WayRoutes
{
    /// <param name="mail">The group of the mail pages.</param>
    public static void Map(RouteGroupBuilder mail)
    {
        mail.MapGet("/{id:guid}/sheet", Sheet).RequireAuthorization(StaffPolicies.Work);
        mail.MapPost("/{id:guid}/handing-over", Done).RequireAuthorization(StaffPolicies.Work);
    }

    private static async Task<IResult> Sheet(Guid id, OfficeDb db, GuestKey key, IEnumerable<MailReason> reasons, TimeProvider clock, CancellationToken stop) =>
        await ShowSheet.HandleAsync(id, db, key, reasons, clock, stop) is { } model
            ? View.Of<SheetPage, ShowSheet.Model>(model)
            : TypedResults.NotFound();

    private static async Task<IResult> Done(Guid id, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await HandOver.HandleAsync(id, user.FindFirstValue(ClaimTypes.Name) ?? "", db, clock, stop) switch
        {
            Outcome<SentMail>.Done done => TypedResults.LocalRedirect($"/mail/{done.Value.Id}"),
            Outcome<SentMail>.Refused no => RefusalPages.Of(no.Refusal, "メール", "メールの一覧へ", "/mail"),
            _ => throw new UnreachableException(),
        };
}

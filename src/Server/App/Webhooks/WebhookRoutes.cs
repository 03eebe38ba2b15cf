using System.Diagnostics;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.App.Webhooks.Views;
using OfficeWorkflow.Server.Channels.Webhooks;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App.Webhooks;

internal static class WebhookRoutes
{
    private const string Address = "/settings/webhooks";

    public static void Map(IEndpointRouteBuilder app)
    {
        var webhooks = app.MapGroup(Address).RequireAuthorization(Policies.Administer);
        webhooks.MapGet("", ShowAll);
        webhooks.MapPost("", Add);
        webhooks.MapGet("/{id:guid}", ShowOne);
        webhooks.MapPost("/{id:guid}/trial", Try);
        webhooks.MapPost("/{id:guid}/pause", static (Guid id, OfficeDb db, KeepWebhooks keep, CancellationToken stop) => PauseAsync(id, isPaused: true, db, keep, stop));
        webhooks.MapPost("/{id:guid}/pause/end", static (Guid id, OfficeDb db, KeepWebhooks keep, CancellationToken stop) => PauseAsync(id, isPaused: false, db, keep, stop));
        webhooks.MapGet("/{id:guid}/removal", AskRemove);
        webhooks.MapPost("/{id:guid}/removal", Remove);
        webhooks.MapPost("/{id:guid}/sending", AllAgain);
        webhooks.MapPost("/{id:guid}/deliveries/{delivery:guid}/sending", Again);
    }

    private static async Task<IResult> ShowAll(OfficeDb db, CancellationToken stop) =>
        View.Of<WebhooksPage, KeepWebhooks.Model>(await KeepWebhooks.ShowAsync(KeepWebhooks.Form.Blank, secret: null, [], db, stop));

    private static async Task<IResult> Add(HttpRequest request, ClaimsPrincipal user, OfficeDb db, KeepWebhooks keep, CancellationToken stop)
    {
        // Read by hand: no tick at all is an answer of its own.
        var posted = await request.ReadFormAsync(stop);
        var form = new KeepWebhooks.Form(posted["address"], [.. posted["events"].OfType<string>()]);
        return await keep.AddAsync(form, Session.RequiredOf(user), db, stop) switch
        {
            Outcome<string>.Done done => View.Of<WebhooksPage, KeepWebhooks.Model>(await KeepWebhooks.ShowAsync(KeepWebhooks.Form.Blank, done.Value, [], db, stop)),
            Outcome<string>.Refused no => View.Of<WebhooksPage, KeepWebhooks.Model>(
                await KeepWebhooks.ShowAsync(form, secret: null, [.. no.Refusal.All], db, stop), StatusCodes.Status422UnprocessableEntity),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<IResult> ShowOne(Guid id, string? after, OfficeDb db, CancellationToken stop) =>
        await ShowDeliveries.HandleAsync(id, after, db, stop) is { } model ? View.Of<DeliveriesPage, ShowDeliveries.Model>(model) : Unknown();

    private static Task<IResult> Try(Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        WithAsync(id, db, webhook => ShowDeliveries.TryAsync(webhook, db, clock, stop), $"{Address}/{id}", stop);

    private static async Task<IResult> PauseAsync(Guid id, bool isPaused, OfficeDb db, KeepWebhooks keep, CancellationToken stop) =>
        await keep.PauseAsync(id, isPaused, db, stop) ? TypedResults.LocalRedirect($"{Address}/{id}") : Unknown();

    private static async Task<IResult> AskRemove(Guid id, OfficeDb db, CancellationToken stop) =>
        await FindAsync(id, db, stop) is { } webhook
            ? View.Of<ConfirmPage, Confirmation>(new Confirmation(
                "知らせる先を消す",
                $"{webhook.Address} への知らせを消しますか。",
                ["まだ届いていない知らせは送られません。", "もう一度加えると、署名の鍵は新しくなります。"],
                $"{Address}/{id}/removal",
                "消す",
                $"{Address}/{id}")
            { Here = "/settings" })
            : Unknown();

    private static Task<IResult> Remove(Guid id, OfficeDb db, KeepWebhooks keep, CancellationToken stop) =>
        WithAsync(id, db, webhook => keep.RemoveAsync(webhook, db, stop), Address, stop);

    private static Task<IResult> AllAgain(Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        WithAsync(id, db, webhook => ShowDeliveries.AgainAsync(webhook, entryId: null, db, clock, stop), $"{Address}/{id}", stop);

    private static async Task<IResult> Again(Guid id, Guid delivery, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await FindAsync(id, db, stop) is { } webhook && await ShowDeliveries.AgainAsync(webhook, delivery, db, clock, stop) > 0
            ? TypedResults.LocalRedirect($"{Address}/{id}")
            : Unknown();

    private static async Task<IResult> WithAsync(Guid id, OfficeDb db, Func<Webhook, Task> act, string then, CancellationToken stop)
    {
        if (await FindAsync(id, db, stop) is not { } webhook)
        {
            return Unknown();
        }

        await act(webhook);
        return TypedResults.LocalRedirect(then);
    }

    private static Task<Webhook?> FindAsync(Guid id, OfficeDb db, CancellationToken stop) => db.Webhooks.SingleOrDefaultAsync(row => row.Id == id, stop);

    private static IResult Unknown() => View.Of<ErrorPage, Problem>(Problem.NotFound, StatusCodes.Status404NotFound);
}

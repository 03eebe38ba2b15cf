using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.App.OfficeSettings.Views;
using OfficeWorkflow.Server.Channels.Mail.Collecting;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App.OfficeSettings;

/// <summary>The mailbox that is read for the office.</summary>
internal static class IncomingServerRoutes
{
    public static void Map(RouteGroupBuilder settings)
    {
        settings.MapGet("/incoming", Show);
        settings.MapPost("/incoming", Keep);
        settings.MapPost("/incoming/removal", Remove);
        settings.MapPost("/incoming/test", Test);
    }

    private static Task<IResult> Show(string? done, OfficeDb db, CancellationToken stop) =>
        PageOf(typed: null, done is "kept" ? "届くメールの設定を保存しました。「つながるか試す」で確かめてください。" : done is "removed" ? "読み取るのをやめました。" : null, tested: null, [], db, stop);

    private static async Task<IResult> PageOf(
        KeepIncomingServer.Form? typed, string? done, ReadMailbox.Report? tested, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop) =>
        View.Of<IncomingServerPage, KeepIncomingServer.Model>(await KeepIncomingServer.ShowAsync(typed, done, tested, refusals, db, stop), refusals.Count == 0 ? 200 : 422);

    private static async Task<IResult> Keep(
        [FromForm] KeepIncomingServer.Form form, ClaimsPrincipal user, OfficeDb db, ReadMailbox mailbox, TimeProvider clock, CancellationToken stop) =>
        await KeepIncomingServer.HandleAsync(form, Session.RequiredOf(user), db, mailbox, clock, stop) is { } no
            ? await PageOf(form, done: null, tested: null, [.. no.All], db, stop)
            : TypedResults.LocalRedirect("/settings/incoming?done=kept");

    private static async Task<IResult> Remove(ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        await KeepIncomingServer.RemoveAsync(Session.RequiredOf(user), db, clock, stop);
        return TypedResults.LocalRedirect("/settings/incoming?done=removed");
    }

    private static async Task<IResult> Test(OfficeDb db, ReadMailbox mailbox, CancellationToken stop) =>
        await PageOf(typed: null, done: null, await KeepIncomingServer.TestAsync(db, mailbox, stop), [], db, stop);
}

using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Procedures.Retiring;

internal static class RetireRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/procedures/{key}/retirement").RequireAuthorization(Policies.PublishProcedures);
        pages.MapGet("", Ask);
        pages.MapPost("", Retire);
        pages.MapPost("/end", TakeUp);
    }

    private static Task<IResult> Ask(string key, OfficeDb db, CancellationToken stop) => ConfirmAsync(key, reason: null, refusal: null, db, stop);

    private static async Task<IResult> Retire(string key, [FromForm] RetireProcedure.Form form, OfficeDb db, ProcedureLibrary library, TimeProvider clock, CancellationToken stop) =>
        await RetireProcedure.HandleAsync(key, form, db, library, clock, stop) switch
        {
            Outcome<Procedure>.Done => TypedResults.LocalRedirect(AddressOf(key)),
            Outcome<Procedure>.Refused no => await ConfirmAsync(key, form.Reason, no.Refusal, db, stop),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> TakeUp(string key, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await RetireProcedure.TakeUpAsync(key, db, clock, stop) switch
        {
            Outcome<Procedure>.Done => TypedResults.LocalRedirect(AddressOf(key)),
            Outcome<Procedure>.Refused => TypedResults.NotFound(),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> ConfirmAsync(string key, string? reason, Refusal? refusal, OfficeDb db, CancellationToken stop)
    {
        if (await db.Procedures.Where(row => row.Key == key).Select(static row => row.Name).SingleOrDefaultAsync(stop) is not { } name)
        {
            return TypedResults.NotFound();
        }

        var running = await db.Cases.CountAsync(file => file.ProcedureKey == key && file.Status == CaseStatus.Open, stop);
        return View.Of<ConfirmPage, Confirmation>(
            new Confirmation(
                $"「{name}」を使うのをやめる",
                $"手続き「{name}」を使うのをやめますか。あとで、また使うことにできます。",
                [
                    "新しい案件は始まりません。人が始めることも、時刻や返事で始まることもなくなります。",
                    $"動いている案件（{running} 件）はそのまま進みます。",
                    "これまでの版、案件、記録は残ります。",
                ],
                $"{AddressOf(key)}/retirement",
                "使うのをやめる",
                AddressOf(key))
            {
                Here = "/procedures",
                ReasonLabel = "やめる理由",
                Reason = reason,
                Refusals = refusal is null ? [] : [.. refusal.All],
            },
            refusal is null ? StatusCodes.Status200OK : RefusalPages.StatusOf(refusal));
    }

    private static string AddressOf(string key) => $"/procedures/{Uri.EscapeDataString(key)}";
}

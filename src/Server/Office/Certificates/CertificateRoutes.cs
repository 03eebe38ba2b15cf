using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Certificates.Views;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Certificates;

internal static class CertificateRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/clients/{id:guid}/certificates", List).RequireAuthorization(Policies.Member)
            .Reveals("client-opened", "client", "利用者の情報を開いた");

        var work = app.MapGroup("/clients/{id:guid}/certificates").RequireAuthorization(Policies.Work);
        work.MapGet("/new", ShowNew);
        work.MapPost("", PostNew);
    }

    private static async Task<IResult> List(Guid id, OfficeDb db, CancellationToken stop) =>
        await ListCertificates.HandleAsync(id, db, stop) is { } model ? View.Of<CertificatePage, ListCertificates.Model>(model) : TypedResults.NotFound();

    private static Task<IResult> ShowNew(Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop) => FormOf(id, typed: null, [], [], db, clock, stop);

    private static async Task<IResult> PostNew(
        Guid id, [FromForm] RecordCertificate.Form form, ClaimsPrincipal user, OfficeDb db, OfficeCalendars calendars, TimeProvider clock, CancellationToken stop)
    {
        var viewer = Session.RequiredOf(user);
        if (await RecordCertificate.UnreadAsync(id, form, viewer, db, calendars, clock, stop) is { Count: > 0 } moves)
        {
            return await FormOf(id, form, [], moves, db, clock, stop);
        }

        return await RecordCertificate.HandleAsync(id, form, viewer, db, clock, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect($"/clients/{id}/certificates"),
            Outcome<Guid>.Refused no => await FormOf(id, form, [.. no.Refusal.All], [], db, clock, stop),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<IResult> FormOf(
        Guid id, RecordCertificate.Form? typed, IReadOnlyList<Refusal> refusals, IReadOnlyList<string> moves, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await RecordCertificate.ShowAsync(id, typed, refusals, db, clock, stop) is { } model
            ? View.Of<CertificateFormPage, RecordCertificate.Model>(model with { Moves = moves }, refusals.Count == 0 ? 200 : 422)
            : TypedResults.NotFound();
}

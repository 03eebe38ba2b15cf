using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.App.AuditTrail.Views;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App.AuditTrail;

/// <summary>Who did what: read and verified. In App, because its lines lead to things of both wings.</summary>
internal static class AuditRoutes
{
    public sealed record NotedHead(string? Head);

    public static void Map(IEndpointRouteBuilder app)
    {
        var audit = app.MapGroup("/audit").RequireAuthorization(Policies.Inspect);
        audit.MapGet("", Show);
        audit.MapPost("/verification", Verify);
    }

    private static async Task<IResult> Show(
        Guid? person, Guid? client, string? act, string? from, string? to, long? after, OfficeDb db, CancellationToken stop) =>
        View.Of<AuditPage, ShowAudit.Model>(await ShowAudit.HandleAsync(new(person, client, act, from, to, after), db, stop));

    private static async Task<IResult> Verify([FromForm] NotedHead noted, OfficeDbs dbs, TimeProvider clock, CancellationToken stop) =>
        View.Of<VerifyPage, VerifyAudit.Report>(await VerifyAudit.HandleAsync(noted.Head, dbs, clock, stop));
}

using System.Diagnostics;
using System.Security.Claims;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Office.OfficialForms.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.OfficialForms;

/// <summary>Where records become papers: <c>/sheets/plan/{id}</c>, <c>agreed-plan</c>, <c>minutes</c>, <c>monitoring</c>, <c>consent</c>, <c>witness</c>.</summary>
public static class SheetRoutes
{
    /// <summary>Where a record is printed, or its paper read.</summary>
    public static string Address(SheetKind kind, Guid targetId) => $"/sheets/{Key(kind)}/{targetId}";

    internal static void Map(IEndpointRouteBuilder app)
    {
        foreach (var kind in Enum.GetValues<SheetKind>())
        {
            var address = $"/sheets/{Key(kind)}/{{id:guid}}";
            app.MapGet(address, (Guid id, OfficeDb db, CancellationToken stop) => Show(kind, id, db, stop)).RequireAuthorization(Policies.Member);
            app.MapPost(
                    address,
                    (Guid id, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) => Print(kind, id, user, db, clock, stop))
                .RequireAuthorization(Policies.Work);
        }
    }

    private static string Key(SheetKind kind) => kind switch
    {
        SheetKind.Plan => "plan",
        SheetKind.AgreedPlan => "agreed-plan",
        SheetKind.Minutes => "minutes",
        SheetKind.Monitoring => "monitoring",
        SheetKind.Witness => "witness",
        _ => "consent",
    };

    private static async Task<IResult> Show(SheetKind kind, Guid id, OfficeDb db, CancellationToken stop) =>
        await ShowSheet.HandleAsync(kind, id, db, stop) switch
        {
            null => TypedResults.NotFound(),
            { Document: { } document } => TypedResults.LocalRedirect($"/documents/{document.Id}"),
            var model => View.Of<SheetPage, ShowSheet.Model>(model),
        };

    private static async Task<IResult> Print(
        SheetKind kind, Guid id, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await PrintSheet.HandleAsync(kind, id, db, PersonIn(user), clock, stop) switch
        {
            Outcome<Document>.Done done => TypedResults.LocalRedirect($"/documents/{done.Value.Id}"),
            Outcome<Document>.Refused { Refusal: { Kind: RefusalKind.Conflict } no } => RefusalPages.Of(no, "帳票", "帳票のページへ", Address(kind, id)),
            Outcome<Document>.Refused => View.Of<ErrorPage, Problem>(Problem.NotFound, StatusCodes.Status404NotFound),
            _ => throw new UnreachableException(),
        };

    private static Guid PersonIn(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(RequestScope.PersonClaim), out var id) ? id : throw new UnreachableException("Members have an id.");
}

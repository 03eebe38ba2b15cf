using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Assessments.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Assessments;

internal static class AssessmentRoutes
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/assessments/{id:guid}", Show).RequireAuthorization(Policies.Member)
        .Reveals("assessment-opened", "assessment", "アセスメントを開いた");

    private static async Task<IResult> Show(Guid id, OfficeDb db, CancellationToken stop) =>
        await ShowAssessment.HandleAsync(id, db, stop) is { } model ? View.Of<AssessmentPage, ShowAssessment.Model>(model) : TypedResults.NotFound();
}

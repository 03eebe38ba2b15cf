using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Deadlines.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Deadlines;

internal static class DeadlineRoutes
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/deadlines", List).RequireAuthorization(Policies.Member);

    private static async Task<IResult> List([AsParameters] ListDeadlines.Filter filter, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        View.Of<DeadlinesPage, ListDeadlines.Model>(await ListDeadlines.HandleAsync(filter, db, clock, stop));
}

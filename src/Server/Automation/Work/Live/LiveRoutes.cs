using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Live;

/// <summary>Tells an open inbox that something changed: ids of work, nothing else. A page that cannot listen asks again now and then.</summary>
internal static class LiveRoutes
{
    /// <param name="work">The group of work items.</param>
    public static void Map(IEndpointRouteBuilder work) => work.MapGet("/live", Listen);

    private static IResult Listen(HttpRequest request, OfficeDbs dbs, IHostApplicationLifetime life, CancellationToken stop)
    {
        if (!request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            return TypedResults.StatusCode(StatusCodes.Status406NotAcceptable);
        }

        var viewer = Session.RequiredOf(request.HttpContext.User);
        return TypedResults.ServerSentEvents(EventsAsync(viewer, dbs, life.ApplicationStopping, stop));
    }

    /// <summary>The first tells that the page is heard.</summary>
    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        Viewer viewer, OfficeDbs dbs, CancellationToken stopping, [EnumeratorCancellation] CancellationToken stop)
    {
        using var listening = dbs.Database.Announcements.Listen(viewer.OfficeId);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, stopping);
        yield return new SseItem<string>("", "open");
        await foreach (var id in listening.Ids.ReadAllAsync(either.Token))
        {
            await using var db = dbs.Open(new Scope.Person(viewer.PersonId, viewer.OfficeId));
            if (!await db.WorkExclusions.AnyAsync(row => row.WorkId == id && row.PersonId == viewer.PersonId, stop))
            {
                yield return new SseItem<string>(id.ToString(), "work");
            }
        }
    }
}

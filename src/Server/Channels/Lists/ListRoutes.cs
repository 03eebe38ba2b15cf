using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Channels.Lists;

/// <summary>The one door by which lists leave: whoever sees the page of a list takes it away as it stands there, all pages of it.</summary>
internal static class ListRoutes
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/lists/{list}", Take).RequireAuthorization(StaffPolicies.Member);

    private static async Task<IResult> Take(
        string list,
        [FromForm(Name = "as")] string? kind,
        HttpContext http,
        [FromServices] IEnumerable<ListSource> lists,
        IAuthorizationService authorization,
        OfficeDb db,
        TimeProvider clock,
        CancellationToken stop)
    {
        var source = lists.FirstOrDefault(one => string.Equals(one.Key, list, StringComparison.Ordinal));
        if (source is null || !(await authorization.AuthorizeAsync(http.User, source.Policy)).Succeeded)
        {
            return View.Of<ErrorPage, Problem>(Problem.NotFound, StatusCodes.Status404NotFound);
        }

        var asCsv = string.Equals(kind, "csv", StringComparison.Ordinal);
        return await TakeList.HandleAsync(source, new ListAsked(http.User, http.Request.Query, db), asCsv, clock, stop) switch
        {
            Outcome<TakeList.File>.Done done => Answer(http, done.Value),
            Outcome<TakeList.File>.Refused no => RefusalPages.Of(no.Refusal, "一覧", "一覧へ戻る", source.Address),
            _ => throw new UnreachableException(),
        };
    }

    private static IResult Answer(HttpContext http, TakeList.File file)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = file.Name }.ToString();
        return TypedResults.Bytes(file.Bytes, file.MediaType);
    }
}

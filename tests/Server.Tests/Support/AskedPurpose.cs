using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using OfficeWorkflow.Server.Channels.GuestLinks;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>A purpose of the tests: shows whom and what it is about, takes one answer, and ends its link with it.</summary>
internal sealed class AskedPurpose(IAntiforgery antiforgery, IHttpContextAccessor request) : GuestPurpose
{
    public const string Asked = "asked";

    public override string Name => Asked;

    public override Task<IResult> ShowAsync(GuestVisit visit, CancellationToken stop)
    {
        var token = antiforgery.GetAndStoreTokens(request.HttpContext!);
        var html = $"""
            <p>{visit.Link.PersonLabel} {visit.Link.TargetId} {visit.Part}</p>
            <form method="post" action="{visit.Path}"><input type="hidden" name="{token.FormFieldName}" value="{WebUtility.HtmlEncode(token.RequestToken)}"><input name="answer" value=""></form>
            """;
        return Task.FromResult<IResult>(TypedResults.Content(html, "text/html; charset=utf-8"));
    }

    public override async Task<IResult> PostAsync(GuestVisit visit, IFormCollection form, CancellationToken stop)
    {
        visit.Link.Use(visit.At);
        await visit.Db.SaveChangesAsync(stop);
        return TypedResults.Content($"<p>{WebUtility.HtmlEncode(form["answer"])}</p>", "text/html; charset=utf-8");
    }
}

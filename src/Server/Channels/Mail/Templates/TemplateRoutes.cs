using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Mail.Templates.Views;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

internal static class TemplateRoutes
{
    /// <param name="mail">The group of the mail pages.</param>
    public static void Map(RouteGroupBuilder mail)
    {
        mail.MapGet("/templates", List);
        mail.MapGet("/templates/{key}", Show);
        mail.MapPost("/templates/{key}", Save).RequireAuthorization(StaffPolicies.Administer);
    }

    private static async Task<IResult> List(OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        View.Of<TemplateListPage, ListTemplates.Model>(await ListTemplates.HandleAsync(db, clock, stop));

    private static async Task<IResult> Show(string key, OfficeDb db, TemplateScene scene, TimeProvider clock, CancellationToken stop) =>
        await ShowTemplate.HandleAsync(key, db, scene, clock, stop) is { } model ? View.Of<TemplatePage, ShowTemplate.Model>(model) : TypedResults.NotFound();

    private static async Task<IResult> Save(
        string key, [FromForm] SaveTemplate.Form form, ClaimsPrincipal user, OfficeDb db, TemplateScene scene, TryTemplate trying, TimeProvider clock, CancellationToken stop) =>
        await ShowTemplate.HandleAsync(key, db, scene, clock, stop) switch
        {
            null => TypedResults.NotFound(),
            { } shown when await SaveTemplate.HandleAsync(shown, form, user.FindFirstValue(ClaimTypes.Name) ?? "", db, trying, clock, stop) is { } again =>
                View.Of<TemplatePage, ShowTemplate.Model>(again, again.Refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK),
            _ => TypedResults.Redirect($"/mail/templates/{Uri.EscapeDataString(key)}"),
        };
}

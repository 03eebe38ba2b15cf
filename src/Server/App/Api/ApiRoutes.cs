using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Automation.Work.Api;

namespace OfficeWorkflow.Server.App.Api;

/// <summary>Contents: the HTTP API and its description; the same use cases as the pages.</summary>
internal static class ApiRoutes
{
    public static void AddApi(this IServiceCollection services) => services.AddOpenApi("v1", static options =>
    {
        options.ShouldInclude = static address => address.RelativePath is { } path && path.StartsWith("api/", StringComparison.Ordinal);
        options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info.Title = "OfficeWorkflow";
            document.Info.Version = "1";
            document.Info.Description = "相談支援の業務の HTTP API。職員ごとのトークン（Authorization: Bearer …）で使う。書き込みは Idempotency-Key を付けると二度行われず、読んだときの ETag を If-Match に付けると、その間に変わっていれば 412 で何もしない。";
            return Task.CompletedTask;
        });
    });

    public static void Map(WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        ProcedureApi.Map(app);
        CaseApi.Map(app);
        WorkApi.Map(app);
        MessageApi.Map(app);
        IncidentApi.Map(app);
    }
}

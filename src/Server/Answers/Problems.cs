namespace OfficeWorkflow.Server.Answers;

/// <summary>A refusal as the HTTP API says it (RFC 9457).</summary>
public static class Problems
{
    public static IResult Of(Refusal refusal) => TypedResults.Problem(
        title: refusal.Reason,
        statusCode: StatusOf(refusal.Kind),
        type: $"urn:officeworkflow:problem:{refusal.Code}",
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["code"] = refusal.Code,
            ["by"] = refusal.By,
            ["since"] = refusal.Since,
            ["errors"] = refusal.All.Where(one => one.Field is not null || one != refusal).Select(static one => new { one.Code, one.Reason, one.Field }),
        });

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Unknown => StatusCodes.Status404NotFound,
        RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
        RefusalKind.Outdated => StatusCodes.Status412PreconditionFailed,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}

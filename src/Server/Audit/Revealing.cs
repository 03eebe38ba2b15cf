using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Audit;

/// <summary>Writes down that a person opened something personal: who looked is a question that is asked later.</summary>
public static class Revealing
{
    /// <param name="act">Stable kebab-case code.</param>
    /// <param name="kind">Kind of the thing that is opened.</param>
    /// <param name="text">A Japanese sentence, without anything that must be deletable.</param>
    /// <param name="key">The part of the address that is its id.</param>
    public static TBuilder Reveals<TBuilder>(this TBuilder builder, string act, string kind, string text, string key = "id")
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new Revealed(act)).AddEndpointFilter(async (context, next) =>
        {
            var answer = await next(context);
            var http = context.HttpContext;
            var db = http.RequestServices.GetRequiredService<OfficeDb>();
            if (IsShown(answer) && db.Scope is Scope.Person person && Guid.TryParse(http.Request.RouteValues[key]?.ToString(), out var id))
            {
                // Apart from the page's own context, so that nothing that it merely holds is saved.
                await using var writing = http.RequestServices.GetRequiredService<OfficeDbs>().Open(person);
                var clock = http.RequestServices.GetRequiredService<TimeProvider>();
                writing.Note(person.OfficeId, clock.GetUtcNow(), act, $"{kind}:{id}", text);
                await writing.SaveChangesAsync(http.RequestAborted);
            }

            return answer;
        });

    private static bool IsShown(object? answer) =>
        answer is IStatusCodeHttpResult { StatusCode: { } status } ? status < StatusCodes.Status300MultipleChoices : answer is IFileHttpResult;

    /// <summary>Marks an address whose openings are written down.</summary>
    public sealed record Revealed(string Act);
}

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Audit;

/// <summary>Writes down that a person opened something personal: who looked is a question that is asked later.</summary>
public static class Revealing
{
    /// <summary>How long after its page a frame may be fetched as a part of it.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(1);

    /// <param name="act">Stable kebab-case code.</param>
    /// <param name="kind">Kind of the thing that is opened.</param>
    /// <param name="text">A Japanese sentence, without anything that must be deletable.</param>
    /// <param name="key">The part of the address that is its id.</param>
    public static TBuilder Reveals<TBuilder>(this TBuilder builder, string act, string kind, string text, string key = "id")
        where TBuilder : IEndpointConventionBuilder => builder.WritesDown(new Revealed(act), kind, text, key);

    /// <summary>A frame of a page whose opening was written down: fetched by itself it is written down too, with its page not a second time.</summary>
    public static TBuilder RevealsWithin<TBuilder>(this TBuilder builder, string act, string kind, string text, string key = "id")
        where TBuilder : IEndpointConventionBuilder => builder.WritesDown(new Revealed(act) { IsPart = true }, kind, text, key);

    private static TBuilder WritesDown<TBuilder>(this TBuilder builder, Revealed revealed, string kind, string text, string key)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(revealed).AddEndpointFilter(async (context, next) =>
        {
            var answer = await next(context);
            var http = context.HttpContext;
            var db = http.RequestServices.GetRequiredService<OfficeDb>();
            if (!IsShown(answer) || db.Scope is not Scope.Person person || !Guid.TryParse(http.Request.RouteValues[key]?.ToString(), out var id))
            {
                return answer;
            }

            // Apart from the page's own context, so that nothing that it merely holds is saved.
            await using var writing = http.RequestServices.GetRequiredService<OfficeDbs>().Open(person);
            var (about, now) = ($"{kind}:{id}", http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
            if (!revealed.IsPart || !await IsWrittenAsync(writing, person, revealed.Act, about, now - Together, http.RequestAborted))
            {
                writing.Note(person.OfficeId, now, revealed.Act, about, text);
                await writing.SaveChangesAsync(http.RequestAborted);
            }

            return answer;
        });

    private static Task<bool> IsWrittenAsync(OfficeDb db, Scope.Person person, string act, string about, DateTimeOffset since, CancellationToken stop) =>
        db.Audit.AnyAsync(row => row.At >= since && row.PersonId == person.PersonId && row.Act == act && row.About == about, stop);

    /// <summary>
    /// An answer that says no status is a good one. A page shows what stands on it also where it comes again with what was refused; only the page
    /// of a refusal itself shows nothing.
    /// </summary>
    private static bool IsShown(object? answer) => answer switch
    {
        RazorComponentResult page => page.ComponentType != typeof(ErrorPage),
        IStatusCodeHttpResult { StatusCode: { } status } => status < StatusCodes.Status300MultipleChoices,
        _ => answer is IStatusCodeHttpResult or IFileHttpResult,
    };

    /// <summary>Marks an address whose openings are written down.</summary>
    public sealed record Revealed(string Act)
    {
        /// <summary>It is a frame of a page that is written down itself.</summary>
        public bool IsPart { get; init; }
    }
}

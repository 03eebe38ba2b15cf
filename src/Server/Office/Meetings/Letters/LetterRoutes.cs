using System.Diagnostics;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Letters;

internal static class LetterRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var work = app.MapGroup("/meetings/{id:guid}/participants/{participant:guid}").RequireAuthorization(Policies.Work);
        work.MapPost("/letter", Print);
        work.MapPost("/inquiry-sheet", PrintSheet);
    }

    private static async Task<IResult> Print(Guid id, Guid participant, OfficeDb db, PrintLetter print, CancellationToken stop) =>
        Answer(id, await print.HandleAsync(id, participant, db, stop), "日程のおたずね.pdf");

    private static async Task<IResult> PrintSheet(Guid id, Guid participant, OfficeDb db, PrintInquiry print, CancellationToken stop) =>
        Answer(id, await print.HandleAsync(id, participant, db, stop), "意見照会.pdf");

    private static IResult Answer(Guid id, Outcome<byte[]> printed, string name) => printed switch
    {
        Outcome<byte[]>.Done done => TypedResults.File(done.Value, "application/pdf", name),
        Outcome<byte[]>.Refused no => RefusalPages.Of(no.Refusal, "会議", "会議のページへ", $"/meetings/{id}"),
        _ => throw new UnreachableException(),
    };
}

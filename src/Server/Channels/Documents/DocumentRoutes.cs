using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Channels.Documents;

/// <summary>Where kept papers are read, by any member of their office. They come in with the forms that ask for them.</summary>
internal static class DocumentRoutes
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/documents/{id:guid}", Show).Reveals("document-opened", "document", "文書を開いた");

    private static async Task<IResult> Show(Guid id, HttpContext http, OfficeDb db, CancellationToken stop, bool save = false)
    {
        var document = await db.Documents.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, stop);
        var bytes = document is null ? null : await DocumentStore.ReadAsync(db, id, stop);

        return document is null || bytes is null
            ? View.Of<ErrorPage, Problem>(Problem.NotFound, StatusCodes.Status404NotFound)
            : DocumentAnswer.Of(http, document, bytes, save);
    }
}

using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Procedures.Packages.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Packages;

/// <summary>Procedures come from files and go into files.</summary>
internal static class PackageRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/procedures").RequireAuthorization(Policies.DraftProcedures);
        pages.MapGet("/import", Choose);
        pages.MapPost("/import", Look);
        pages.MapPost("/import/confirmation", Take);
        pages.MapGet("/{key}/versions/{number:int}/package", Export);
    }

    private static IResult Choose() => View.Of<ChooseFilePage, IReadOnlyList<Refusal>>([]);

    private static async Task<IResult> Look(IFormFile? file, LookAtPackage look, OfficeDb db, CancellationToken stop)
    {
        var bytes = file is { Length: > 0 and <= PackageFile.LargestUpload } ? await BytesOf(file, stop) : [];
        return await look.HandleAsync(bytes, file?.FileName ?? "", processId: null, key: null, db, stop) switch
        {
            Outcome<LookAtPackage.Model>.Done done => View.Of<ImportPage, LookAtPackage.Model>(done.Value),
            Outcome<LookAtPackage.Model>.Refused no => View.Of<ChooseFilePage, IReadOnlyList<Refusal>>([no.Refusal], StatusCodes.Status422UnprocessableEntity),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<IResult> Take(
        [FromForm] ImportPackage.Form form, LookAtPackage look, OfficeDb db, OfficeDbs dbs, CheckDraft check, TimeProvider clock, CancellationToken stop)
    {
        var bytes = new byte[(form.Content?.Length ?? 0) / 4 * 3];
        var file = Convert.TryFromBase64String(form.Content ?? "", bytes, out var length) ? bytes[..length] : [];
        if (!form.IsSeen)
        {
            return await AgainAsync(form, file, refusal: null, look, db, stop);
        }

        switch (await ImportPackage.HandleAsync(form, file, db, check, clock, stop))
        {
            case Outcome<SaveDraft.Saved>.Done:
                return TypedResults.LocalRedirect($"/procedures/{form.Key!.Trim()}/design");
            case Outcome<SaveDraft.Saved>.Refused no:
                await using (var fresh = dbs.Open(db.Scope))
                {
                    return await AgainAsync(form, file, no.Refusal, look, fresh, stop);
                }

            default:
                throw new UnreachableException();
        }
    }

    /// <summary>What becomes of the file as it is chosen now; nothing is saved.</summary>
    private static async Task<IResult> AgainAsync(ImportPackage.Form form, byte[] file, Refusal? refusal, LookAtPackage look, OfficeDb db, CancellationToken stop) =>
        await look.HandleAsync(file, form.FileName ?? "", form.ProcessId, form.Key, db, stop) switch
        {
            Outcome<LookAtPackage.Model>.Done done => View.Of<ImportPage, LookAtPackage.Model>(
                done.Value with { IsAgain = refusal is null, Refusals = [.. refusal?.All ?? []] }, refusal is null ? StatusCodes.Status200OK : RefusalPages.StatusOf(refusal)),
            Outcome<LookAtPackage.Model>.Refused no => View.Of<ChooseFilePage, IReadOnlyList<Refusal>>([refusal ?? no.Refusal], StatusCodes.Status422UnprocessableEntity),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Export(string key, int number, OfficeDb db, ProcedureLibrary library, PackageParts parts, CancellationToken stop) =>
        await ExportPackage.HandleAsync(key, number, db, library, parts, stop) switch
        {
            Outcome<byte[]>.Done done => TypedResults.Bytes(done.Value, "application/zip", $"{key}-{number}.zip"),
            Outcome<byte[]>.Refused => TypedResults.NotFound(),
            _ => throw new UnreachableException(),
        };

    private static async Task<byte[]> BytesOf(IFormFile file, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        return bytes.ToArray();
    }
}

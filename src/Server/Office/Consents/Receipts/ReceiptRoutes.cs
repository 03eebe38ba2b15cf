using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Office.Consents.Receipts.Views;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Consents.Receipts;

/// <summary>Where anybody who holds a receipt has it proved. Nothing that is handed in is kept.</summary>
internal static class ReceiptRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/verify", Show).AllowAnonymous();
        app.MapPost("/verify", Verify).AllowAnonymous();
    }

    private static IResult Show() => View.Of<VerifyReceiptPage, VerifyReceiptPage.Shown>(new(null, []));

    private static async Task<IResult> Verify(IFormCollection form, OfficeDbs dbs, CancellationToken stop)
    {
        var (receipt, document) = (await BytesAsync(form.Files.GetFile("receipt"), stop), await BytesAsync(form.Files.GetFile("document"), stop));
        if (receipt is null)
        {
            Refusal missing = new("receipt-missing", $"控えのPDFを選んでください（{DocumentStore.LargestMegabytes}MBまで）。", "receipt");

            return View.Of<VerifyReceiptPage, VerifyReceiptPage.Shown>(new(null, [missing]), StatusCodes.Status422UnprocessableEntity);
        }

        var result = VerifyReceipt.Check(receipt, document, form["head"].ToString());

        return View.Of<VerifyReceiptPage, VerifyReceiptPage.Shown>(new(await VerifyReceipt.WithChainAsync(result, dbs, stop), []));
    }

    private static async Task<byte[]?> BytesAsync(IFormFile? file, CancellationToken stop)
    {
        if (file is null || file.Length is 0 or > DocumentStore.LargestSize)
        {
            return null;
        }

        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, stop);

        return bytes;
    }
}

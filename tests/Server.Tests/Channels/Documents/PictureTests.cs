using OfficeWorkflow.Server.Channels.Documents.Layout;
using OfficeWorkflow.Server.Channels.Documents.Pdf;

namespace OfficeWorkflow.Server.Tests.Channels.Documents;

public sealed class PictureTests
{
    /// <summary>Two by two points, red and half-transparent.</summary>
    private const string SmallPng =
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAEUlEQVR4nGP4z8DQAMIMMAYAOOgF/REzMMkAAAAASUVORK5CYII=";

    [Fact]
    public void A_signature_with_transparency_is_laid_on_white_and_printed()
    {
        var cell = new Cell("署名") { Picture = Convert.FromBase64String(SmallPng) };

        var printed = SheetPrinter.Print(new PaperSheet("署名", string.Empty, string.Empty, [new Block.Table([1], [], [[cell]])]));

        PdfTools.AssertSound(printed.Bytes);
        Assert.Contains("/Subtype /Image /Width 2 /Height 2", System.Text.Encoding.Latin1.GetString(printed.Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/9j/")]
    [InlineData("iVBORw0KGgoAAAAN")]
    [InlineData("R0lGODlhAQABAAAAACw=")]
    public void What_is_no_picture_is_no_picture(string base64) => Assert.Null(Picture.Read(Convert.FromBase64String(base64)));
}

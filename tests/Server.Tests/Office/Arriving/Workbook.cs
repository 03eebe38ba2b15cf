using System.IO.Compression;
using System.Text;

namespace OfficeWorkflow.Server.Tests.Office.Arriving;

/// <summary>An .xlsx written by hand, part by part, as other programs write them and ours does not.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <param name="rows">The inside of sheetData.</param>
    /// <param name="shared">The inside of sst.</param>
    /// <param name="styles">The inside of styleSheet.</param>
    public static byte[] Of(string sheet, string rows, string shared = "", string styles = "")
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Part(
                zip,
                "[Content_Types].xml",
                $"""
                <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                {Content("workbook", "sheet.main")}{Content("worksheets/sheet1", "worksheet")}{Content("sharedStrings", "sharedStrings")}{Content("styles", "styles")}</Types>
                """);
            Part(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{sheet}" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Part(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships">{Relation(1, "worksheet", "worksheets/sheet1")}{Relation(2, "sharedStrings", "sharedStrings")}{Relation(3, "styles", "styles")}</Relationships>""");
            Part(zip, "xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""");
            Part(zip, "xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{shared}</sst>""");
            Part(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Main}">{styles}</styleSheet>""");
        }

        return stream.ToArray();
    }

    private static string Content(string part, string kind) =>
        $"""<Override PartName="/xl/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>""";

    private static string Relation(int id, string kind, string part) => $"""<Relationship Id="r{id}" Type="{Relations}/{kind}" Target="{part}.xml"/>""";

    private static void Part(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write(text);
    }
}

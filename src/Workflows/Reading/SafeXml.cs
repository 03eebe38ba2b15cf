using System.Xml;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Checking;

namespace OfficeWorkflow.Workflows.Reading;

/// <summary>XML from anywhere: no document type, no entities of its own, not too big, not too deep.</summary>
internal static class SafeXml
{
    internal const int MaxCharacters = 5_000_000;
    internal const int MaxDepth = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        MaxCharactersFromEntities = 1_000,
    };

    /// <summary>The document's element, or why there is none.</summary>
    public static (XElement? Root, Finding? Finding) Load(string xml)
    {
        if (xml.Length > MaxCharacters)
        {
            return (null, Unreadable($"ファイルが大きすぎます({MaxCharacters:N0}文字まで)。", "図を分けるか、埋め込まれた画像などを取り除いてください。", line: null));
        }

        try
        {
            return TooDeep(xml) is { } finding ? (null, finding) : (Parse(xml), null);
        }
        catch (XmlException problem)
        {
            var isDocumentType = xml.Contains("<!DOCTYPE", StringComparison.Ordinal);

            return isDocumentType
                ? (null, Unreadable("文書型宣言(DOCTYPE)のある XML は安全のため読み込みません。", "DOCTYPE の行を取り除いてください。", LineOf(xml, "<!DOCTYPE")))
                : (null, Unreadable($"XML として読めません({problem.LineNumber}行 {problem.LinePosition}文字目)。", "BPMN を書き出したツールで保存し直してください。", problem.LineNumber));
        }
    }

    private static XElement? Parse(string xml)
    {
        using var text = new StringReader(xml);
        using var reader = XmlReader.Create(text, Settings);

        return XDocument.Load(reader, LoadOptions.SetLineInfo).Root;
    }

    private static Finding? TooDeep(string xml)
    {
        using var text = new StringReader(xml);
        using var reader = XmlReader.Create(text, Settings);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                return Unreadable($"要素の入れ子が深すぎます({MaxDepth}段まで)。", "サブプロセスの入れ子を減らしてください。", ((IXmlLineInfo)reader).LineNumber);
            }
        }

        return null;
    }

    private static int LineOf(string xml, string text) =>
        xml.AsSpan(0, xml.IndexOf(text, StringComparison.Ordinal)).Count('\n') + 1;

    private static Finding Unreadable(string message, string fix, int? line) =>
        new("xml-is-readable", Severity.Error, null, message, fix, line);
}

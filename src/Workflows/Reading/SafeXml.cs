using System.Xml;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Checking;

namespace OfficeWorkflow.Workflows.Reading;

/// <summary>XML from anywhere: no document type, no entities of its own, not too big, not too deep, not too much of anything.</summary>
internal static class SafeXml
{
    internal const int MaxCharacters = 5_000_000;
    internal const int MaxDepth = 64;
    internal const int MaxAttributes = 500;
    internal const int MaxElements = 60_000;

    /// <summary>Steps, events, gateways and flows. The largest procedure that people drew had a few hundred.</summary>
    internal const int MaxDrawn = 3_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        MaxCharactersFromEntities = 1_000,
    };

    /// <summary>The document's element, or why there is none. A byte order mark that an editor left at the beginning is no part of it.</summary>
    public static (XElement? Root, Finding? Finding) Load(string text)
    {
        var xml = text.TrimStart('\uFEFF');
        if (xml.Length > MaxCharacters)
        {
            return (null, Unreadable($"ファイルが大きすぎます({MaxCharacters:N0}文字まで)。", "図を分けるか、埋め込まれた画像などを取り除いてください。", line: null));
        }

        if (AttributeCount.IsOver(xml, MaxAttributes))
        {
            return (null, Unreadable($"ひとつの要素の属性が多すぎます({MaxAttributes:N0}個まで)。", "BPMN を書き出したツールで保存し直してください。", line: null));
        }

        try
        {
            return TooMuch(xml) is { } finding ? (null, finding) : (Parse(xml), null);
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

    /// <summary>Read once without keeping anything, so that a file made to hurt costs nothing.</summary>
    private static Finding? TooMuch(string xml)
    {
        using var text = new StringReader(xml);
        using var reader = XmlReader.Create(text, Settings);
        var (elements, drawn) = (0, 0);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                return Unreadable($"要素の入れ子が深すぎます({MaxDepth}段まで)。", "サブプロセスの入れ子を減らしてください。", ((IXmlLineInfo)reader).LineNumber);
            }

            if (reader.NodeType is not XmlNodeType.Element)
            {
                continue;
            }

            elements++;
            drawn += NodeReader.IsDrawn(reader.LocalName) ? 1 : 0;
            if (elements > MaxElements || drawn > MaxDrawn)
            {
                return Unreadable($"図が大きすぎます(作業・分岐・矢印などは合わせて{MaxDrawn:N0}個まで)。", "手続きを分けて、呼び出し(コールアクティビティ)でつないでください。", ((IXmlLineInfo)reader).LineNumber);
            }
        }

        return null;
    }

    private static int LineOf(string xml, string text) =>
        xml.AsSpan(0, xml.IndexOf(text, StringComparison.Ordinal)).Count('\n') + 1;

    private static Finding Unreadable(string message, string fix, int? line) =>
        new("xml-is-readable", Severity.Error, null, message, fix, line);
}

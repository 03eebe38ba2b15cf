using System.Xml.Linq;

namespace OfficeWorkflow.Workflows.Reading;

internal static class XmlFlags
{
    /// <summary>A yes/no attribute of XML Schema: <c>true</c>, <c>1</c>, <c>false</c>, <c>0</c>; anything else is as if absent.</summary>
    public static bool IsTrue(XElement element, string attribute, bool otherwise) =>
        ((string?)element.Attribute(attribute))?.Trim() switch
        {
            "true" or "1" => true,
            "false" or "0" => false,
            _ => otherwise,
        };
}

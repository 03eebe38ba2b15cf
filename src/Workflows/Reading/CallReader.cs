using System.Globalization;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Reading;

internal static class CallReader
{
    public static CallActivity Read(XElement element) => new()
    {
        Id = Definitions.Id(element),
        Procedure = (string?)element.Attribute("calledElement") ?? "",
        Binding = OfficeExtensions.Attribute(element, "binding") switch
        {
            "version" => CalledVersion.Fixed,
            "start" => CalledVersion.AsAtMyStart,
            _ => CalledVersion.Latest,
        },
        Version = int.TryParse(OfficeExtensions.Attribute(element, "version"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null,
    };
}

using System.Buffers.Text;
using OfficeWorkflow.Server.Channels.Documents;

namespace OfficeWorkflow.Server.Office.Consents.ByLink;

/// <summary>What a browser sends of a signature: the data address of a PNG, and nothing else.</summary>
internal static class DrawnSignature
{
    private const string Start = "data:image/png;base64,";
    private const int Longest = 300_000;

    /// <returns>Null when it is no picture of that kind, or too large.</returns>
    public static byte[]? Read(string address)
    {
        if (address.Length > Longest || !address.StartsWith(Start, StringComparison.Ordinal) || !Base64.IsValid(address.AsSpan(Start.Length)))
        {
            return null;
        }

        var bytes = Convert.FromBase64String(address[Start.Length..]);

        return FileKind.Of(bytes) == FileKind.Png ? bytes : null;
    }
}

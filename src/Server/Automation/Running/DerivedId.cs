using System.Security.Cryptography;
using System.Text;

namespace OfficeWorkflow.Server.Automation.Running;

/// <summary>Row ids that follow from the case and the engine's id: applying the same effect twice hits the same row.</summary>
internal static class DerivedId
{
    public static Guid Of(Guid caseId, string engineId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{caseId:N}/{engineId}"), hash);

        // A version 8 id: made by a rule of our own (RFC 9562).
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}

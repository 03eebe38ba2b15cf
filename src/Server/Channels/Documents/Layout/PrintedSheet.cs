using System.Collections.Immutable;
using System.Security.Cryptography;
using OfficeWorkflow.Server.Channels.Documents.Pdf;

namespace OfficeWorkflow.Server.Channels.Documents.Layout;

/// <summary>A finished PDF and what its reader should know.</summary>
/// <param name="Missing">Characters that the font could not show.</param>
internal sealed record PrintedSheet(byte[] Bytes, int Pages, ImmutableArray<MissingCharacter> Missing)
{
    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}

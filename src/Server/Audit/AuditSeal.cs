using System.Security.Cryptography;
using System.Text;

namespace OfficeWorkflow.Server.Audit;

/// <summary>One link of the chain: hashes only, so that an entry can be purged and the rest stays verifiable.</summary>
public sealed class AuditSeal
{
    /// <summary>Place in the chain: from 1, without gaps.</summary>
    public required long Number { get; init; }

    public required long EntryPosition { get; init; }

    public required string EntryHash { get; init; }

    /// <summary>Hash of the link before and of this entry.</summary>
    public required string ChainHash { get; init; }

    public required DateTimeOffset SealedAt { get; init; }

    public static string Link(string before, string entryHash) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before + entryHash)));
}

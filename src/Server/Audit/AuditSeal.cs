using System.Globalization;
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

    /// <summary>The chain as a person notes it down: with it nobody can shorten the chain unseen.</summary>
    public string Head => string.Create(CultureInfo.InvariantCulture, $"{Number}:{ChainHash}");

    public static AuditSeal After(AuditSeal? before, AuditEntry entry, DateTimeOffset at)
    {
        var hash = entry.Hash();
        return new AuditSeal
        {
            Number = (before?.Number ?? 0) + 1,
            EntryPosition = entry.Position,
            EntryHash = hash,
            ChainHash = Link(before?.ChainHash ?? "", hash),
            SealedAt = at,
        };
    }

    public static string Link(string before, string entryHash) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before + entryHash)));
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Audit;

/// <summary>Who did what, when. Committed with the act, never changed; the sealer chains it.</summary>
public sealed class AuditEntry : IOfficeRow, IPumped
{
    /// <summary>Order of writing.</summary>
    public long Position { get; init; }

    public required Guid OfficeId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null where no person acted.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Stable kebab-case code of the act.</summary>
    public required string Act { get; init; }

    /// <summary>Kind and id of what it was done to, such as <c>procedure:meeting</c>.</summary>
    public required string About { get; init; }

    public Guid? CaseId { get; init; }

    /// <summary>A Japanese sentence, without anything that must be deletable.</summary>
    public required string Text { get; init; }

    /// <summary>Each entry waits for its seal, whose row says when it has come.</summary>
    public bool IsPending => true;

    /// <summary>The fingerprint that the chain keeps.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
        new { Position, OfficeId, At = UtcMoment.AsStored(At), PersonId, Act, About, CaseId, Text }))));
}

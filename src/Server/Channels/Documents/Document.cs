using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Documents;

/// <summary>A paper that the office keeps: a scan, a photo of a signature, a printed sheet. Never changed, never replaced.</summary>
public sealed class Document : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public Guid? CaseId { get; init; }

    /// <summary>What it is about: the same text as a case's subject (here, the client's id).</summary>
    public string? Subject { get; init; }

    /// <summary>As its owner named it. Two documents may have one name.</summary>
    public required string Name { get; init; }

    public required string MediaType { get; init; }

    public required long Size { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required DateTimeOffset KeptAt { get; init; }

    /// <summary>Null when the server made it or an outsider sent it.</summary>
    public Guid? KeptBy { get; init; }
}

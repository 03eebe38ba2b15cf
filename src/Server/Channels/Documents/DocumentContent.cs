using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Documents;

/// <summary>The bytes of a document, apart from it so that lists do not load them.</summary>
internal sealed class DocumentContent : IOfficeRow
{
    public required Guid DocumentId { get; init; }

    public required Guid OfficeId { get; init; }

    public required byte[] Bytes { get; init; }
}

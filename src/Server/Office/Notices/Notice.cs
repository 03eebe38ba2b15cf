using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Notices;

/// <summary>
/// 期限のお知らせ: what a scan found and no work item tells. One for each client, kind and day, however often the scan comes by; it ends by
/// itself when its reason is gone, or when a person says that it is taken care of.
/// </summary>
public sealed class Notice : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required NoticeKind Kind { get; init; }

    public required Guid ClientId { get; init; }

    /// <summary>The day it is about: the last day of a certificate, the first of a month.</summary>
    public required DateOnly On { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Who said that it is taken care of; null when its reason was gone.</summary>
    public Guid? EndedBy { get; set; }
}

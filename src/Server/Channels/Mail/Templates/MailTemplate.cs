using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>One version of an office's wording for one kind of mail. Never changed: a new wording is a new version.</summary>
public sealed class MailTemplate : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>What procedures name it by, such as <c>draft-submitted</c>.</summary>
    public required string Key { get; init; }

    public required int Version { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Who wrote it; null for the wording as it was shipped.</summary>
    public Guid? WrittenBy { get; init; }

    public MailWording Wording => new(Subject, Body);
}

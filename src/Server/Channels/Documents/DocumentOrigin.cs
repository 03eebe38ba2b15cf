namespace OfficeWorkflow.Server.Channels.Documents;

/// <summary>Where a document comes from and what it is about.</summary>
/// <param name="Subject">The case's subject, such as the client's id.</param>
/// <param name="PersonId">Who brought it; null when the server made it or an outsider sent it.</param>
public sealed record DocumentOrigin(Guid OfficeId, string? Subject, Guid? CaseId, Guid? PersonId, DateTimeOffset At);

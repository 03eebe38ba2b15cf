namespace OfficeWorkflow.Server.Automation.Work.Api;

/// <summary>A member of staff as programs read it.</summary>
internal sealed record PersonJson(Guid Id, string? Name);

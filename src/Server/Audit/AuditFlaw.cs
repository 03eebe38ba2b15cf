namespace OfficeWorkflow.Server.Audit;

/// <summary>Where the chain does not hold.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Number">The link it was found at, if at one.</param>
/// <param name="Reason">A Japanese sentence.</param>
public sealed record AuditFlaw(string Code, long? Number, string Reason);

namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

/// <param name="Formula">FEEL with its leading <c>=</c>.</param>
/// <param name="Label">What it gives, in Japanese.</param>
public sealed record KnownValue(string Formula, string Label);

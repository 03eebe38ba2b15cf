using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying;

/// <summary>A service as a trial run stands in for it.</summary>
/// <param name="Gives">What goes back to the case, by the step's inputs.</param>
/// <param name="Wording">Key of the mail that it would send; null when it sends none.</param>
/// <param name="To">Whom the mail would be for, in words.</param>
public sealed record StandIn(Func<Value.Record, Value.Record> Gives, string? Wording = null, string? To = null);

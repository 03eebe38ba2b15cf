using OfficeWorkflow.Workflows.Procedures;

namespace OfficeWorkflow.Server.Automation.Procedures;

/// <summary>The procedures that the product ships, handed to this wing as a list.</summary>
public sealed record ShippedProcedures(IReadOnlyList<BuiltInProcedure> All);

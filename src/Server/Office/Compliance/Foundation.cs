namespace OfficeWorkflow.Server.Office.Compliance;

/// <summary>A duty whose evidence this one rests on: when that one has a finding of its own, this one follows.</summary>
/// <param name="Code">The duty underneath.</param>
/// <param name="Reason">Japanese: why this one cannot stand without it.</param>
public sealed record Foundation(string Code, string Reason);

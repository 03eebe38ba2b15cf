namespace OfficeWorkflow.Server.Office.Compliance.Facts;

/// <summary>重要事項の説明への同意 and 契約.</summary>
public sealed record ContractFact(DateOnly ImportantMattersOn, DateOnly ContractOn);

namespace OfficeWorkflow.Server.Office.Compliance.Facts;

/// <summary>計画案提出依頼.</summary>
/// <param name="Number">文書番号, where the paper has one.</param>
public sealed record RequestFact(DateOnly ReceivedOn, string? Number);

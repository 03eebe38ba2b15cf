namespace OfficeWorkflow.Server.Office.Consents.Receipts;

/// <summary>One thing that was looked at.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="IsRight">Null where it could not be looked at.</param>
/// <param name="Sentence">In Japanese, for whoever asked.</param>
public sealed record ReceiptCheck(string Code, bool? IsRight, string Sentence);

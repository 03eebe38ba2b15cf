namespace OfficeWorkflow.Server.Channels.Documents.Pdf;

/// <summary>One character as it is set: its text (with its variation selector, if any), glyph and width.</summary>
/// <param name="Advance">Thousandths of the size.</param>
internal readonly record struct Letter(string Text, int Glyph, int Advance);

namespace OfficeWorkflow.Server.Channels.Documents.Pdf;

/// <summary>A file inside a PDF, which readers show in their list of attachments.</summary>
/// <param name="Name">Plain ASCII.</param>
internal sealed record Attachment(string Name, ReadOnlyMemory<byte> Json);

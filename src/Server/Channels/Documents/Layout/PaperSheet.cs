using System.Collections.Immutable;
using OfficeWorkflow.Server.Channels.Documents.Pdf;

namespace OfficeWorkflow.Server.Channels.Documents.Layout;

/// <summary>A sheet to be printed on A4, lying.</summary>
/// <param name="Title">The document's title.</param>
/// <param name="Running">Small line on top of every further page: whose paper it is.</param>
/// <param name="Foot">Small line at the foot, left of the page number.</param>
internal sealed record PaperSheet(string Title, string Running, string Foot, ImmutableArray<Block> Blocks)
{
    /// <summary>A file that the paper carries inside.</summary>
    public Attachment? Attached { get; init; }
}

namespace OfficeWorkflow.Server.Channels.Documents.Layout;

/// <summary>Where text stands in its box.</summary>
internal enum Side
{
    Start,
    Center,
    End,
}

namespace OfficeWorkflow.Server.Channels.Documents.Layout;

/// <summary>Something that happens in one column of a timetable.</summary>
/// <param name="From">Minutes from the timetable's first line.</param>
/// <param name="To">Minutes from the timetable's first line.</param>
internal sealed record TimeBox(int Column, int From, int To, string Text, bool IsShaded);

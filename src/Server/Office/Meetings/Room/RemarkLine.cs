namespace OfficeWorkflow.Server.Office.Meetings.Room;

/// <summary>What somebody said of a version of the minutes, as the host reads it.</summary>
public sealed record RemarkLine(int Version, string Name, string? Correction, DateTimeOffset SaidAt);

namespace OfficeWorkflow.Server.Office.OfficialForms.Papers;

/// <summary>One thing that was talked about.</summary>
internal sealed record MinutesLine(string Topic, string Opinions, string Conclusion);

namespace OfficeWorkflow.Server.Office.OfficialForms.Papers;

/// <summary>One thing that was talked about.</summary>
internal sealed record MinutesItem(string Topic, string Opinions, string Conclusion);

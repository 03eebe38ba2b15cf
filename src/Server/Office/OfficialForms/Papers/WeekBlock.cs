namespace OfficeWorkflow.Server.Office.OfficialForms.Papers;

/// <summary>One thing in the week. An end not after its start lies on the next day.</summary>
internal sealed record WeekBlock(DayOfWeek Day, TimeOnly Start, TimeOnly End, string Activity, bool IsService);

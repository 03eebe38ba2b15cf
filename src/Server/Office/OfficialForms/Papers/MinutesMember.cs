namespace OfficeWorkflow.Server.Office.OfficialForms.Papers;

/// <summary>Who was there.</summary>
/// <param name="Belongs">所属・職種.</param>
internal sealed record MinutesMember(string Belongs, string Name);

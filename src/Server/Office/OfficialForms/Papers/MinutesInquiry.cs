namespace OfficeWorkflow.Server.Office.OfficialForms.Papers;

/// <summary>Who was not there, and what was asked and answered (意見照会).</summary>
internal sealed record MinutesInquiry(string Belongs, string Name)
{
    /// <summary>How it was asked and answered, in words.</summary>
    public string Means { get; init; } = string.Empty;

    public DateOnly? AskedOn { get; init; }

    public DateOnly? AnsweredOn { get; init; }

    public string Content { get; init; } = string.Empty;
}

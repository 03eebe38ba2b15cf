namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>A form as data (JSON beside its procedure). A user task names it by the input <c>form</c>.</summary>
public sealed record FormDefinition(string Key, string Title)
{
    /// <summary>A Japanese sentence or two: what this work is and when it is done.</summary>
    public string? Intro { get; init; }

    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>Name of the <see cref="FormAct"/> that prefills the form and keeps what was entered; null when the values only go to the case.</summary>
    public string? Act { get; init; }

    /// <summary>Label of the finish button, such as 「同意を記録する」.</summary>
    public string? FinishLabel { get; init; }
}

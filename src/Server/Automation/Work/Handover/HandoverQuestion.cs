using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Handover;

/// <summary>A choice and a reason before work changes hands: whom to give it to, whom to ask, which step to send it back to.</summary>
/// <param name="Lead">What it is about.</param>
/// <param name="Action">Where the answer is posted, as <c>to</c> and <c>reason</c>.</param>
public sealed record HandoverQuestion(
    string Title,
    string Lead,
    string Action,
    string BackAddress,
    (string Label, IReadOnlyList<Option> Options) Choice,
    (string Label, string Help) Reason,
    string ButtonLabel)
{
    public HandoverForm Form { get; init; } = HandoverForm.Blank;

    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>What there is to know where nothing can be chosen.</summary>
    public string? WhyNone { get; init; }
}

using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Handover;

/// <summary>What a person answers to a <see cref="HandoverQuestion"/>.</summary>
public sealed record HandoverForm(string? To, string? Reason)
{
    public const int LongestReason = 1_000;

    /// <summary>The state that the caller has read (If-Match); null where they do not insist on it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Read { get; init; }

    public static HandoverForm Blank { get; } = new(null, null);

    /// <summary>The reason as it is kept.</summary>
    public string Said() => PlainText.Of(Reason ?? "").Trim();

    /// <summary>The choice; null when it is none of those offered.</summary>
    public Option? Chosen(IEnumerable<Option> offered) => offered.FirstOrDefault(option => string.Equals(option.Key, To, StringComparison.OrdinalIgnoreCase));

    /// <param name="missing">What is said when there is none.</param>
    public IEnumerable<Refusal> WrongReason(string missing)
    {
        if (Said().Length == 0)
        {
            yield return new Refusal("reason-missing", missing, "reason");
        }
        else if (Said().Length > LongestReason)
        {
            yield return new Refusal("too-long", $"理由は{LongestReason:N0}文字までです。短くしてください。", "reason");
        }
    }
}

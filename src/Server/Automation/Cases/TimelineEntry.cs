namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>One line of a case's story.</summary>
/// <param name="Who">Name of the person who did it, or null.</param>
/// <param name="Address">Where to read more, or null.</param>
/// <param name="Part">Name of the called procedure it happened in, or null for the case itself.</param>
public sealed record TimelineEntry(DateTimeOffset At, TimelineKind Kind, string Text, string? Who, string? Address, string? Part)
{
    /// <summary>What the story is told by; the other lines only follow from it.</summary>
    public bool IsHeadline { get; init; }

    public string KindLabel => Kind switch
    {
        TimelineKind.Person => "人",
        TimelineKind.Mail => "メール",
        TimelineKind.Timer => "時刻",
        TimelineKind.Trouble => "停止",
        TimelineKind.Answer => "返事",
        _ => "自動",
    };
}

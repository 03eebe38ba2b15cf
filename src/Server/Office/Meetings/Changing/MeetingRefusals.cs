using OfficeWorkflow.Server.Answers;

namespace OfficeWorkflow.Server.Office.Meetings.Changing;

/// <summary>What is refused at more than one place.</summary>
internal static class MeetingRefusals
{
    /// <summary>Of two changes at once the first counts: calendars can be told only one thing.</summary>
    public static Refusal Overtaken { get; } = new(
        "meeting-changed", "ほかの方が同時にこの会議を変えたので、変えていません。会議のページを開き直して、いまの日時と出欠を確かめてから、もう一度選んでください。", Kind: RefusalKind.Conflict);

    public static Refusal Unknown { get; } = new("meeting-unknown", "会議が見つかりません。一覧から選び直してください。", Kind: RefusalKind.Unknown);

    public static Refusal CalledOff { get; } =
        new("meeting-called-off", "この会議は取りやめになっています。新しい会議を案件から計画してください。", Kind: RefusalKind.Conflict);
}

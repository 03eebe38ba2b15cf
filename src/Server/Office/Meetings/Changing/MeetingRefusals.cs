using OfficeWorkflow.Server.Answers;

namespace OfficeWorkflow.Server.Office.Meetings.Changing;

/// <summary>What is refused at more than one place.</summary>
internal static class MeetingRefusals
{
    public static Refusal Unknown { get; } = new("meeting-unknown", "会議が見つかりません。一覧から選び直してください。", Kind: RefusalKind.Unknown);

    public static Refusal CalledOff { get; } =
        new("meeting-called-off", "この会議は取りやめになっています。新しい会議を案件から計画してください。", Kind: RefusalKind.Conflict);
}

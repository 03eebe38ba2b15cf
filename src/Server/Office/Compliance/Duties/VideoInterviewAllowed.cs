using OfficeWorkflow.Server.Office.Compliance.Facts;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>An interview by video only where area and conditions allow it.</summary>
internal static class VideoInterviewAllowed
{
    public static Duty Duty { get; } = new(
        "C05",
        "テレビ電話による面接の要件",
        Duty.Stops,
        "運営基準「テレビ電話装置等の活用」(令和6年度から、特別地域などに限る)",
        "対象の地域かどうかと要件を確かめて記録してください。要件に当たらないときは、訪問して面接をやり直してください。",
        Check);

    private static Verdict Check(ClientFacts facts, DutySettings settings) => facts.Assessment switch
    {
        null => Verdict.NotYet("アセスメントの後に確かめます。"),
        { IsVideo: false } => Verdict.Met("テレビ電話による面接ではありません。"),
        { VideoReason: { } reason } when !string.IsNullOrWhiteSpace(reason) => Verdict.Met($"要件の確認:{reason}"),
        _ => Verdict.Violated("テレビ電話で面接していますが、対象の地域と要件を確かめた記録がありません。"),
    };
}

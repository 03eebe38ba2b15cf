using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Meetings;

/// <summary>What people read for the cases of a meeting's enums, and for its dates.</summary>
public static class MeetingWords
{
    public static string Of(Availability? availability) => availability switch
    {
        Availability.Yes => "○ 行けます",
        Availability.IfNeedBe => "△ 調整すれば行けます",
        Availability.No => "× 行けません",
        _ => "返事待ち",
    };

    public static string Of(AnswerMeans means) => means switch
    {
        AnswerMeans.Link => "リンク",
        AnswerMeans.Phone => "電話",
        AnswerMeans.Fax => "FAX",
        AnswerMeans.Paper => "紙・郵送",
        AnswerMeans.Mail => "メール",
        _ => "面談・訪問",
    };

    public static string Of(ParticipantKind kind) => kind switch
    {
        ParticipantKind.Client => "本人",
        ParticipantKind.Family => "家族",
        ParticipantKind.Provider => "事業所",
        ParticipantKind.City => "市町村の職員",
        ParticipantKind.Commissioner => "民生委員・児童委員",
        _ => "その他",
    };

    public static string Of(Participation answer) => answer switch
    {
        Participation.Accepted => "出席",
        Participation.Declined => "欠席",
        _ => "未定",
    };

    public static string Of(MeetingStage stage) => stage switch
    {
        MeetingStage.Arranging => "日程調整中",
        MeetingStage.Ahead => "開催前",
        MeetingStage.WithoutMinutes => "会議録がまだ",
        MeetingStage.CalledOff => "取りやめ",
        _ => "済み",
    };

    /// <summary>A date on offer as people read it: day, from, to.</summary>
    public static string Of(MeetingCandidate candidate)
    {
        var start = JapaneseEra.InTokyo(candidate.StartsAt);

        return $"{JapaneseEra.Long(DateOnly.FromDateTime(start.DateTime))} {Clock(candidate.StartsAt)}〜{Clock(candidate.EndsAt)}";
    }

    public static string Mark(Availability? availability) => availability switch
    {
        Availability.Yes => "○",
        Availability.IfNeedBe => "△",
        Availability.No => "×",
        _ => "—",
    };

    public static string Clock(DateTimeOffset at) => JapaneseEra.InTokyo(at).ToString("H:mm", System.Globalization.CultureInfo.InvariantCulture);
}

namespace OfficeWorkflow.Server.Office.Meetings;

/// <summary>How far a meeting is.</summary>
public enum MeetingStage
{
    /// <summary>日程調整中.</summary>
    Arranging,

    /// <summary>開催前.</summary>
    Ahead,

    /// <summary>会議録がまだ.</summary>
    WithoutMinutes,

    /// <summary>取りやめ.</summary>
    CalledOff,

    /// <summary>済み.</summary>
    Done,
}

namespace OfficeWorkflow.Server.Office.Meetings;

/// <summary>What somebody is to the client.</summary>
public enum ParticipantKind
{
    /// <summary>利用者.</summary>
    Client,

    /// <summary>家族・保護者・後見人.</summary>
    Family,

    /// <summary>福祉サービス等の担当者.</summary>
    Provider,

    /// <summary>市の職員.</summary>
    City,

    /// <summary>民生委員・児童委員.</summary>
    Commissioner,

    /// <summary>医療機関, 学校 and others.</summary>
    Other,
}

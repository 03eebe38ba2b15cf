namespace OfficeWorkflow.Server.Office.Monitoring;

/// <summary>What a monitoring comes to.</summary>
public enum MonitoringResult
{
    /// <summary>継続.</summary>
    Continue,

    /// <summary>中途月変更: a new plan before the period ends.</summary>
    MidChange,

    /// <summary>終期月更新: a new plan because the period ends.</summary>
    Renewal,

    /// <summary>サービス終了.</summary>
    End,
}

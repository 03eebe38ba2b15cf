namespace OfficeWorkflow.Server.Office.Providers;

/// <summary>What a person in charge at a provider is.</summary>
public enum ServiceJob
{
    /// <summary>サービス管理責任者 (サビ管).</summary>
    ServiceManager,

    /// <summary>児童発達支援管理責任者 (児発管).</summary>
    ChildDevManager,

    /// <summary>サービス提供責任者 (サ責).</summary>
    HomeHelpLead,

    /// <summary>相談員 of a facility.</summary>
    Consultant,

    /// <summary>担当者.</summary>
    Staff,
}

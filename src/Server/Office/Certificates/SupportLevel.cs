namespace OfficeWorkflow.Server.Office.Certificates;

/// <summary>障害支援区分.</summary>
public enum SupportLevel
{
    /// <summary>なし: not assessed, as with most children.</summary>
    None,

    /// <summary>非該当.</summary>
    NotApplicable,

    Level1,

    Level2,

    Level3,

    Level4,

    Level5,

    Level6,
}

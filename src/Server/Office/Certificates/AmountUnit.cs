namespace OfficeWorkflow.Server.Office.Certificates;

/// <summary>What 支給量 is counted in.</summary>
public enum AmountUnit
{
    /// <summary>Nothing is allotted: informal help, medical care, a period only.</summary>
    None,

    /// <summary>時間/月.</summary>
    HoursPerMonth,

    /// <summary>日/月.</summary>
    DaysPerMonth,

    /// <summary>回/月.</summary>
    TimesPerMonth,

    /// <summary>単位/月.</summary>
    PointsPerMonth,

    /// <summary>当該月の日数-8日 (原則の日数): no number is written.</summary>
    DaysOfMonthLess8,

    /// <summary>当該月の日数: no number is written.</summary>
    DaysOfMonth,
}

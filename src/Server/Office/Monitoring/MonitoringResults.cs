namespace OfficeWorkflow.Server.Office.Monitoring;

/// <summary>How results are written in forms and cases, and what they are called.</summary>
public static class MonitoringResults
{
    public static string Key(MonitoringResult result) => result switch
    {
        MonitoringResult.Continue => "continue",
        MonitoringResult.MidChange => "midChange",
        MonitoringResult.Renewal => "renewal",
        _ => "end",
    };

    public static MonitoringResult? Parse(string? key) => key switch
    {
        "continue" => MonitoringResult.Continue,
        "midChange" => MonitoringResult.MidChange,
        "renewal" => MonitoringResult.Renewal,
        "end" => MonitoringResult.End,
        _ => null,
    };

    public static string Label(MonitoringResult result) => result switch
    {
        MonitoringResult.Continue => "継続",
        MonitoringResult.MidChange => "中途月変更",
        MonitoringResult.Renewal => "終期月更新",
        _ => "サービス終了",
    };

    /// <summary>Whether making a plan begins with it.</summary>
    public static bool NeedsPlan(MonitoringResult result) => result is MonitoringResult.MidChange or MonitoringResult.Renewal;
}

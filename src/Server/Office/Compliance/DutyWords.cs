using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance;

/// <summary>How states of duties are written and drawn.</summary>
public static class DutyWords
{
    public static string Of(DutyState state) => state switch
    {
        DutyState.Met => "満たしています",
        DutyState.NotYetDue => "これから",
        DutyState.Missing => "記録がありません",
        _ => "満たしていません",
    };

    public static string Of(DutyLevel level) => level is DutyLevel.Stop ? "止める" : "注意";

    public static BadgeKind Badge(DutyItem item) => item switch
    {
        { State: DutyState.Met } => BadgeKind.Done,
        { State: DutyState.NotYetDue } => BadgeKind.Neutral,
        { Level: DutyLevel.Stop } => BadgeKind.Danger,
        _ => BadgeKind.Warning,
    };
}

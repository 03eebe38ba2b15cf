namespace OfficeWorkflow.Server.Automation.Procedures.Ladders;

/// <summary>Names of the fields of the ladder form.</summary>
public static class LadderField
{
    public static string First(string rung) => $"first-{rung}";

    public static string Every(string rung) => $"every-{rung}";

    public static string Most(string rung) => $"most-{rung}";

    public static string After(string rung) => $"after-{rung}";

    public static string Role(string step) => $"role-{step}";
}

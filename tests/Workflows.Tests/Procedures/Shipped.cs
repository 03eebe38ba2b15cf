using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Procedures;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Procedures;

/// <summary>The procedures as they are shipped, played with the people of case A.</summary>
internal static class Shipped
{
    public static BuiltInProcedure Procedure(string key) =>
        BuiltIns.All.Single(procedure => string.Equals(procedure.Key, key, StringComparison.Ordinal));

    public static Scenario Play(string key) => new(Bpmn.Read(Procedure(key).Source));

    public static (string, Value)[] ClientA { get; } = [("clientId", Value.Of("client-a")), ("clientName", Value.Of("利用者A"))];

    public static Value Person(string id, string name, string kind = "provider") => Value.Of(
    [
        KeyValuePair.Create("id", Value.Of(id)),
        KeyValuePair.Create("name", Value.Of(name)),
        KeyValuePair.Create("mail", Value.Of($"{id}@example.jp")),
        KeyValuePair.Create("kind", Value.Of(kind)),
    ]);

    /// <summary>What the case waits for: people, services and called procedures, by node; timers and messages are left out.</summary>
    public static string Doing(this Scenario scenario) => Join(scenario.State.Waits.Where(static wait => wait is not (Wait.ForTimer or Wait.ForMessage)));

    /// <summary>When each armed timer falls due, in Tokyo.</summary>
    public static string Timers(this Scenario scenario) => string.Join(' ', scenario.State.Waits.OfType<Wait.ForTimer>()
        .OrderBy(static wait => wait.NodeId, StringComparer.Ordinal)
        .Select(static wait => string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{wait.NodeId}={wait.Due.At.ToOffset(TimeSpan.FromHours(9)):MM-dd'T'HH:mm}")));

    /// <summary>How the case ended, or "open".</summary>
    public static string Ending(this Scenario scenario) => scenario.State.End?.ToString() ?? "open";

    private static string Join(IEnumerable<Wait> waits) =>
        string.Join(' ', waits.Select(static wait => wait.NodeId).Order(StringComparer.Ordinal));
}

namespace OfficeWorkflow.Workflows.Tests.Coverage;

/// <summary>One element of BPMN and what the engine promises about it.</summary>
/// <param name="Promise">Must or Should run; Refuse is refused at publish by name; Keep is kept in the document and shown.</param>
internal sealed record ElementRow(string Name, string Promise, string Use)
{
    public static IReadOnlyList<ElementRow> All { get; } =
    [
        new("None start and end", "Must", ""),
        new("Message start", "Must", "相談受付"),
        new("Timer start (date, cycle)", "Must", "monthly monitoring round"),
        new("Signal start", "Should", "law or fee change"),
        new("Conditional start", "Refuse", ""),
        new("User task", "Must", ""),
        new("Manual task", "Must", "訪問"),
        new("Service and send task", "Must", "mail, printed forms"),
        new("Receive task", "Must", "受給者証 of the municipality"),
        new("Business rule task", "Should", "monitoring interval"),
        new("Script task", "Refuse", ""),
        new("Exclusive gateway and default", "Must", ""),
        new("Parallel gateway", "Must", ""),
        new("Inclusive gateway, fork and join", "Must", "needed services"),
        new("Event-based gateway", "Must", "answer or 7 days"),
        new("Complex gateway", "Refuse", ""),
        new("Embedded subprocess", "Must", ""),
        new("Event subprocess (message, timer, error, escalation, signal, condition; both kinds)", "Must", "client withdraws, moves"),
        new("Call activity with mapping", "Must", "shared consent procedure"),
        new("Ad-hoc subprocess", "Should", "assessment visits in any order"),
        new("Transaction and cancel", "Refuse", ""),
        new("Multi-instance, both kinds, with completion condition", "Must", "all attendees confirm"),
        new("Standard loop", "Should", "repeated visit"),
        new("Boundary timer, both kinds", "Must", "reminders"),
        new("Boundary message, error, escalation, signal", "Must", ""),
        new("Boundary conditional", "Should", "status changed"),
        new("Boundary compensation and compensation throw", "Should", "undo a booking"),
        new("Intermediate catch timer, message, signal", "Must", ""),
        new("Intermediate catch condition", "Should", ""),
        new("Intermediate throw message, signal, escalation", "Must", ""),
        new("Link events", "Should", "big diagrams"),
        new("Error, escalation, message, signal, terminate end", "Must", ""),
        new("Pools, lanes, message flow", "Keep", "lane = role"),
        new("Data objects and stores, notes, groups, associations", "Keep", ""),
        new("Choreography, conversation", "Refuse", ""),
    ];
}

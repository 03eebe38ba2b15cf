namespace OfficeWorkflow.Workflows.Tests.Coverage;

/// <summary>What is easily got wrong in an engine.</summary>
internal static class TrapRow
{
    public static IReadOnlyList<string> All { get; } =
    [
        "Inclusive join: waits for what can still come by an empty flow, looked at again on every arrival and death",
        "Parallel join counts flows and not tokens",
        "Exclusive gateway as a merge passes each token",
        "Several flows out of an activity fork; no flow true and no default is an incident",
        "Event-based gateway: one winner, the losers go in the same decision",
        "An interrupting boundary event cancels the whole inner tree, called cases too",
        "A non-interrupting boundary event fires often, each with a token of its own; the frame ends with the last",
        "Several boundary events at once, and one at the moment of completion: one order",
        "Cycle timers: counted, anchored, overdue ones fire once, refused where they cannot repeat",
        "Civil arithmetic: months from their end, days are not 24 hours, which day counts first",
        "What a timer reads is frozen when it is armed",
        "Multi-instance: empty, read once, condition after each, the rest cancelled with history, outputs in order",
        "A terminate end ends its frame only; the caller of a terminated case goes on",
        "An error goes outwards to the first match; caught by nobody it is an incident",
        "An escalation does not stop who tells it, and caught by nobody it is no error",
        "Event subprocesses: live as long as their frame, inner before outer, interrupting takes its place",
        "Messages: key and name, kept when nobody waits, never guessed, once however often told",
        "A signal reaches all who wait at that moment, in one office",
        "Call activity: only what is mapped crosses, version by binding, cancel goes down, circles are found",
        "Compensation: only what is completed, last first, with what was known, each instance",
        "A subprocess is done when no token of any kind remains in it",
        "A circle without a wait is found at publish and stopped at run time",
        "An activity reached twice has two identities",
        "Moving to another version: kinds, frames, joins, timers asked for, an end stays reachable",
        "States of every stored format are read",
        "Conditional events: true on entry, in the same decision, once for each change",
        "The order of the document changes nothing",
        "A kept message is matched by the same rule as a live one",
        "The same input gives the same ids",
        "Sending back: to what was done in the frame, never across an open split",
    ];
}

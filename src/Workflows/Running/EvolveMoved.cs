namespace OfficeWorkflow.Workflows.Running;

/// <summary>Moving a case to another version renames where its things stand.</summary>
internal static class EvolveMoved
{
    public static void Apply(Draft state, CaseEvent.Moved moved)
    {
        var nodes = moved.Nodes.ToDictionary(static node => node.From, static node => node.To, StringComparer.Ordinal);
        var flows = moved.Flows.ToDictionary(static flow => flow.From, static flow => flow.To, StringComparer.Ordinal);
        state.Kept.RemoveAll(kept => moved.KeptIds.Contains(kept.Id, StringComparer.Ordinal));
        Change(state.Kept, kept => kept with { NodeId = Now(nodes, kept.NodeId) ?? kept.NodeId, PartOf = Now(nodes, kept.PartOf) ?? kept.PartOf });
        Change(state.Tokens, token => token with { NodeId = Now(nodes, token.NodeId)!, FlowId = token.FlowId is { } flow ? Now(flows, flow) : null });
        Change(state.Waits, wait => wait with { NodeId = Now(nodes, wait.NodeId)! });
        Change(state.Scopes, scope => scope with
        {
            NodeId = scope.NodeId is { } node ? Now(nodes, node) : null,
            Done = [.. scope.Done.Select(done => Now(nodes, done)).OfType<string>().Distinct(StringComparer.Ordinal)],
        });
    }

    private static string? Now(Dictionary<string, string?> renamed, string id) => renamed.TryGetValue(id, out var now) ? now : id;

    private static void Change<T>(List<T> rows, Func<T, T> change)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            rows[index] = change(rows[index]);
        }
    }
}

using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Gateways;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>A state without its ids, as a text: two states that nobody can tell apart have the same one.</summary>
internal static class Picture
{
    public static string Of(Process process, CaseState state) => state.HasEnded
        ? $"{state.End} {CaseFormat.WriteValue(state.Variables)}"
        : OfFrame(process, state, state.Scopes[0]);

    public static string Of(Marking marking) => marking.End is { } end
        ? $"{end} {CaseFormat.WriteValue(marking.Frames[0].Variables)}"
        : OfPlace(marking, marking.Frames[0]);

    private static string OfFrame(Process process, CaseState state, ScopeState frame)
    {
        var parts = state.Tokens.Where(token => string.Equals(token.ScopeId, frame.Id, StringComparison.Ordinal)).Select(token => OfToken(process, state, token))
            .Concat(state.Scopes.Where(inner => string.Equals(inner.ParentId, frame.Id, StringComparison.Ordinal)).Select(inner => OfFrame(process, state, inner)))
            .Concat(Waits(state, frame.Id));

        return Join($"{frame.NodeId}{frame.Index}{frame.Loop?.Done}{CaseFormat.WriteValue(frame.Variables)}", parts);
    }

    private static string OfToken(Process process, CaseState state, Token token) =>
        process.Node(token.NodeId) is ParallelGateway or InclusiveGateway && token.Trouble is not { Resume: Resume.Leave }
            ? $"~{token.FlowId}"
            : Join($"{token.NodeId}{token.Trouble?.Code}{token.Round}", Waits(state, token.Id));

    private static IEnumerable<string> Waits(CaseState state, string owner) =>
        state.Waits.Where(wait => string.Equals(wait.TokenId, owner, StringComparison.Ordinal))
            .Select(static wait => wait is Wait.ForTimer timer ? $"{wait.NodeId}{timer.Due.Ordinal}" : wait.NodeId);

    private static string OfPlace(Marking marking, Frame frame)
    {
        var parts = marking.Actives.Where(active => active.Frame == frame.No).Select(active => OfActive(marking, active))
            .Concat(marking.Tokens.Where(token => token.Frame == frame.No).Select(static token => $"~{token.Flow.Id}"))
            .Concat(marking.Frames.Where(inner => inner.Parent == frame.No).Select(inner => OfPlace(marking, inner)))
            .Concat(Waiting(marking, frame.No));
        var node = frame.Host < 0 ? null : marking.Active(frame.Host)?.Node.Id;
        var index = frame.Index < 0 ? "" : $"{frame.Index}";
        var done = frame.Items.IsDefault ? "" : $"{frame.Done}";

        return Join($"{node}{index}{done}{CaseFormat.WriteValue(frame.Variables)}", parts);
    }

    private static string OfActive(Marking marking, Active active) =>
        Join($"{active.Node.Id}{active.Trouble}{active.Round}{(active.Phase is Phase.Active or Phase.Failed ? "" : active.Phase)}", Waiting(marking, active.No));

    private static IEnumerable<string> Waiting(Marking marking, int owner) =>
        marking.Awaited.Where(awaited => awaited.Owner == owner)
            .Select(static awaited => awaited.Kind is "timer" ? $"{awaited.Node.Id}{awaited.Ordinal}" : awaited.Node.Id);

    private static string Join(string head, IEnumerable<string> parts) => $"{head}({string.Join(' ', parts.Order(StringComparer.Ordinal))})";
}

using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>Which of several events catches an error or escalation.</summary>
internal static class Catching
{
    /// <summary>The one for exactly this code, else the one for every code.</summary>
    /// <param name="codeOf">Whether a trigger is of the kind sought, and its code.</param>
    public static TEvent? Best<TEvent>(ReadOnlySpan<TEvent> events, string code, Func<Trigger, (bool IsOfKind, string? Code)> codeOf)
        where TEvent : EventNode
    {
        TEvent? every = null;
        foreach (var node in events)
        {
            var (isOfKind, caught) = codeOf(node.Trigger);
            if (!isOfKind)
            {
                continue;
            }

            if (string.Equals(caught, code, StringComparison.Ordinal))
            {
                return node;
            }

            every ??= caught is null ? node : null;
        }

        return every;
    }
}

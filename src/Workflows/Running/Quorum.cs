using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>足りる数: several do the same work, and the rest is not needed once enough have done it.</summary>
/// <param name="Count">How many were asked.</param>
/// <param name="Done">How many have done it.</param>
/// <param name="Needed">How many suffice; null where that depends on more than their number.</param>
/// <param name="Rule">The formula that says so; null when all of them are needed.</param>
public sealed record Quorum(int Count, int Done, int? Needed, string? Rule)
{
    private static readonly ImmutableSortedSet<string> Counters =
        ImmutableSortedSet.Create(StringComparer.Ordinal, MultiInstance.Instances, MultiInstance.CompletedInstances, MultiInstance.ActiveInstances);

    /// <returns>Null for work that one person does alone.</returns>
    public static Quorum? Of(CaseState state, Process process, string workId, EvaluationMoment moment)
    {
        if (state.Wait(workId) is not Wait.ForWork wait
            || process.Find(wait.NodeId) is not Activity { Loop: { } loop }
            || state.Token(wait.TokenId) is not { } token
            || state.Scopes.FirstOrDefault(scope => string.Equals(scope.Id, token.ScopeId, StringComparison.Ordinal)) is not { Index: not null, ParentId: { } parent }
            || state.Scopes.FirstOrDefault(scope => string.Equals(scope.Id, parent, StringComparison.Ordinal))?.Loop is not { } body)
        {
            return null;
        }

        return loop.CompletionCondition is { } rule
            ? new Quorum(body.Count, body.Done, Fewest(rule, loop, body.Count, moment), rule.Text)
            : new Quorum(body.Count, body.Done, body.Count, Rule: null);
    }

    private static int? Fewest(Formula rule, MultiInstance loop, int count, EvaluationMoment moment)
    {
        if (rule.Expression is not { } expression || !expression.Names.IsSubsetOf(Counters))
        {
            return null;
        }

        for (var done = 1; done < count; done++)
        {
            var at = done;
            if (expression.Evaluate(name => Counted(name, count, at, loop.IsSequential ? 0 : count - at), moment).Value is Value.YesNo { Answer: true })
            {
                return done;
            }
        }

        return count;
    }

    private static Value Counted(string name, int count, int done, int active) =>
        Value.Of((decimal)(name is MultiInstance.Instances ? count : name is MultiInstance.CompletedInstances ? done : active));
}

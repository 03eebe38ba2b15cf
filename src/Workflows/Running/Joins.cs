using OfficeWorkflow.Workflows.Model.Gateways;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>Tokens that wait for one another.</summary>
internal static class Joins
{
    /// <summary>A join whose frame holds nothing but waiting joins can never fire; its tokens say so.</summary>
    public static void StickStarved(Step step)
    {
        var tokens = step.State.Tokens;
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            if (token.Trouble is null && IsJoining(step, token) && AllJoining(step, token.ScopeId))
            {
                step.Stick(token, "join-starved", $"「{step.Process.Node(token.NodeId).Label}」で待ち合わせる相手がもう来ません。手続きの図を直すか、案件を取り消してください。", Resume.Arrive);
            }
        }
    }

    private static bool IsJoining(Step step, Token token) => step.Process.Node(token.NodeId) is ParallelGateway;

    private static bool AllJoining(Step step, string scopeId)
    {
        foreach (var token in step.State.Tokens)
        {
            if (string.Equals(token.ScopeId, scopeId, StringComparison.Ordinal) && !IsJoining(step, token))
            {
                return false;
            }
        }

        return true;
    }
}

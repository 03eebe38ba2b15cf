using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Running.Events;

namespace OfficeWorkflow.Workflows.Running.Activities;

/// <summary>A subprocess runs in a frame of its own; what its mapping takes in is known only there.</summary>
internal static class SubProcessBehavior
{
    public static void Run(Step step, Token token, SubProcess node)
    {
        if (node.AdHoc is null ? node.Inner.BlankStart is null : !node.Firsts.Any())
        {
            step.Stick(token, "no-start", $"「{node.Label}」の中に、始まる所がありません。", Resume.Run);
            return;
        }

        var locals = Variables.Map(step, token.ScopeId, node.Mapping.Inputs.AsSpan());
        var id = step.NextId('s');
        step.Record(new CaseEvent.ScopeOpened(id, token.Id, node.Id, token.ScopeId, locals));
        if (node.AdHoc is null)
        {
            step.Place(node.Inner.BlankStart!, id, null);
        }
        else
        {
            AdHocBehavior.Begin(step, node, id);
        }
    }

    /// <summary>Its last token is gone.</summary>
    /// <param name="host">The token on the subprocess.</param>
    public static void Complete(Step step, Token host, ScopeState scope)
    {
        var node = (SubProcess)step.Process.Node(host.NodeId);
        var outputs = Variables.Map(step, scope.Id, node.Mapping.Outputs.AsSpan());
        CompensationBehavior.Hand(step, scope.Id, host.ScopeId, node);
        step.Record(new CaseEvent.ScopeClosed(scope.Id, node.Id));
        step.Record(new CaseEvent.Completed(host.Id, node.Id));
        Variables.Write(step, host.ScopeId, outputs);
        CompensationBehavior.Keep(step, host, node);
        if (node.IsEventTriggered)
        {
            Scopes.EndToken(step, host);
        }
        else
        {
            ActivityBehavior.Leave(step, host, node);
        }
    }
}

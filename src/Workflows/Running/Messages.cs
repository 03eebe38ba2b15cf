using System.Globalization;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>Messages between cases, told apart by name and correlation key.</summary>
internal static class Messages
{
    public static Wait.ForMessage? Prepare(Step step, Token token, FlowNode node, MessageDefinition definition, Resume resume = Resume.Arrive) =>
        Key(step, token, node, definition, resume) is { } key
            ? new Wait.ForMessage("", token.Id, node.Id, definition.Name, key)
            : null;

    /// <summary>Sends a message; false when its key cannot be told and the token is stuck.</summary>
    public static bool Send(Step step, Token token, FlowNode node, MessageDefinition definition, Mapping mapping, Resume resume)
    {
        if (Key(step, token, node, definition, resume) is not { } key)
        {
            return false;
        }

        var values = Variables.Map(step, token.ScopeId, mapping.Inputs.AsSpan());
        var id = step.NextId('x');
        step.Record(new CaseEvent.MessageSent(id, token.Id, node.Id, definition.Name, key));
        step.Ask(new Effect.Send(id, node.Id, definition.Name, key, values));

        return true;
    }

    private static string? Key(Step step, Token token, FlowNode node, MessageDefinition definition, Resume resume)
    {
        if (definition.Key is not { } formula)
        {
            return "";
        }

        var result = Formulas.Evaluate(step, token.ScopeId, formula);
        switch (result.Value)
        {
            case Value.Text(var text) when text.Length > 0:
                return text;
            case Value.Number(var number):
                return number.ToString("0.############################", CultureInfo.InvariantCulture);
            default:
                step.Stick(token, "key-unclear", $"「{node.Label}」のメッセージ「{definition.Name}」の宛先を決める値「{formula.Text}」が求められません。{result.Why}", resume);
                return null;
        }
    }
}

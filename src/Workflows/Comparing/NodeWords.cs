using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>What people call an element: its name, or, of what has none, what it is and behind which named element it stands.</summary>
public static class NodeWords
{
    private const int MostSteps = 10;

    public static string Of(FlowNode node)
    {
        if (node.Name.Length > 0)
        {
            return node.Name;
        }

        var before = node;
        for (var steps = 0; steps < MostSteps && before.Name.Length == 0 && before.Incoming is [var way, ..]; steps++)
        {
            before = way.Source;
        }

        return before.Name.Length > 0 ? $"「{before.Name}」のあとの{KindWords.Of(node)}" : KindWords.Of(node);
    }
}

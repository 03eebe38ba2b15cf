using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking.Rules.Reading;

/// <summary>A formula that reads a name which nothing ever sets is most often a slip of the pen.</summary>
internal static class ConditionReadsKnownVariables
{
    private const string Rule = "condition-reads-known-variables";

    public static IEnumerable<Finding> Check(Process process, StepCatalogue catalogue)
    {
        if (catalogue.Givers is not { } givers || KnownVariables.Of(process, givers) is not { } known)
        {
            return [];
        }

        return VariableReading.AllOf(process).SelectMany(reading => Unknown(reading, known, Own(process.Find(reading.Element), reading.Formula, givers)));
    }

    private static IEnumerable<Finding> Unknown(VariableReading reading, ImmutableHashSet<string> known, ImmutableHashSet<string>? own)
    {
        foreach (var (name, position) in reading.Names)
        {
            if (own is not null && !known.Contains(name) && !own.Contains(name))
            {
                yield return Finding.Warning(Rule, reading.Element, Message(reading, name, position), Fix(name, known.Union(own)));
            }
        }
    }

    private static string Message(VariableReading reading, string name, int position) =>
        $"{reading.Use}「{reading.Text}」の{position + 1}文字目にある「{name}」は、この手続きのどこでも入力されません。";

    private static string Fix(string name, ImmutableHashSet<string> known) => Spelling.Nearest(name, known) is { } near
        ? $"「{near}」の書き間違いなら、「{near}」に直してください。"
        : $"先の作業の様式に欄「{name}」を足すか、式から「{name}」を外してください。";

    /// <summary>The names that a formula sees beside the variables of the case; null where it may see any.</summary>
    private static ImmutableHashSet<string>? Own(FlowNode? node, Formula? formula, VariableGivers givers) => node switch
    {
        Activity { Loop.CompletionCondition: { } condition } when condition == formula =>
            [MultiInstance.Instances, MultiInstance.CompletedInstances, MultiInstance.ActiveInstances],
        Activity { Repeat.Condition: { } condition } when condition == formula => [MultiInstance.Counter],
        Activity activity when IsOutput(activity.Mapping, formula) => KnownVariables.Brought(node, givers),
        EventNode happening when IsOutput(happening.Mapping, formula) => KnownVariables.Brought(node, givers),
        _ => [],
    };

    private static bool IsOutput(Mapping mapping, Formula? formula) => mapping.Outputs.Any(assignment => assignment.Formula == formula);
}

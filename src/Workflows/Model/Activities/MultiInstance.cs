namespace OfficeWorkflow.Workflows.Model.Activities;

/// <summary>An activity is done once for each item of a collection.</summary>
/// <param name="Collection">The items; null where only a number is given.</param>
/// <param name="Cardinality">How many instances, where there is no collection.</param>
/// <param name="ElementVariable">Name under which an instance sees its item.</param>
/// <param name="OutputCollection">Variable that receives what the instances gave, in index order.</param>
/// <param name="CompletionCondition">Evaluated after each instance; true ends the rest.</param>
public sealed record MultiInstance(
    bool IsSequential,
    Formula? Collection,
    Formula? Cardinality,
    string? ElementVariable,
    string? OutputCollection,
    Formula? OutputElement,
    Formula? CompletionCondition)
{
    /// <summary>Name under which an instance sees its number, from 1.</summary>
    public const string Counter = "loopCounter";

    // What the completion condition can count with.
    public const string Instances = "numberOfInstances";
    public const string CompletedInstances = "numberOfCompletedInstances";
    public const string ActiveInstances = "numberOfActiveInstances";
}

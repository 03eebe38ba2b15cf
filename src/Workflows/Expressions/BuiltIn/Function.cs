using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions.BuiltIn;

/// <param name="Fewest">How many arguments it needs.</param>
/// <param name="Most">How many it takes.</param>
internal sealed record Function(string Name, int Fewest, int Most, Func<FunctionCall, Value> Body);

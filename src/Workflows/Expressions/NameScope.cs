using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions;

/// <summary>Names bound inside the expression, innermost first.</summary>
/// <param name="Fields">Fields of a filtered item, readable by their bare names.</param>
internal sealed record NameScope(string Name, Value Value, Value.Record? Fields, NameScope? Outer)
{
    public Value? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.Fields?.Fields.TryGetValue(name, out var field) == true)
            {
                return field;
            }

            if (string.Equals(scope.Name, name, StringComparison.Ordinal))
            {
                return scope.Value;
            }
        }

        return null;
    }
}

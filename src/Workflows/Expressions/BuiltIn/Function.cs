using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions.BuiltIn;

/// <summary>A function of the language.</summary>
internal sealed class Function
{
    private readonly ImmutableArray<ImmutableArray<Parameter>> forms;

    /// <param name="signature">Its parameters, such as <c>string, start position, length?</c>; <c>...</c> after the last takes any number; forms are apart by <c>|</c>.</param>
    public Function(string name, string signature, Func<FunctionCall, Value> body)
    {
        (Name, Body) = (name, body);
        forms = [.. signature.Split('|', StringSplitOptions.TrimEntries).Select(Read)];
        Fewest = forms.Min(static form => form.Count(static parameter => !parameter.IsOptional));
        Most = forms.Max(static form => form.Any(static parameter => parameter.IsMany) ? int.MaxValue : form.Length);
    }

    public string Name { get; }

    public Func<FunctionCall, Value> Body { get; }

    /// <summary>How many arguments it needs.</summary>
    public int Fewest { get; }

    /// <summary>How many it takes.</summary>
    public int Most { get; }

    /// <summary>Named arguments in the order of the form that has these names; what is left out between them is null. Null when no form fits.</summary>
    public ImmutableArray<T>? InOrder<T>(IReadOnlyDictionary<string, T> named, T missing)
    {
        foreach (var form in forms)
        {
            if (named.Keys.All(name => form.Any(parameter => parameter.IsCalled(name)))
                && form.All(parameter => parameter.IsOptional || named.ContainsKey(parameter.Name)))
            {
                var last = form.ToList().FindLastIndex(parameter => named.ContainsKey(parameter.Name));

                return [.. form[..(last + 1)].Select(parameter => named.GetValueOrDefault(parameter.Name, missing))];
            }
        }

        return null;
    }

    private static ImmutableArray<Parameter> Read(string form) =>
        [.. form.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(static text => new Parameter(text.TrimEnd('?', '.'), text.EndsWith('?'), text.EndsWith('.')))];

    private sealed record Parameter(string Name, bool IsOptional, bool IsMany)
    {
        public bool IsCalled(string name) => string.Equals(Name, name, StringComparison.Ordinal);
    }
}

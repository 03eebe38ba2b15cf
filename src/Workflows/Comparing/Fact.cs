namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>One thing that is set on an element.</summary>
/// <param name="Property">Stable code.</param>
/// <param name="Label">What people call it; empty where the words of the value say it all.</param>
/// <param name="Raw">As the diagram has it: what is compared.</param>
/// <param name="Plain">In words.</param>
internal sealed record Fact(string Property, string Label, string Raw, string Plain)
{
    /// <summary>The property that one act sets along with this one: where both differ, its sentence tells both.</summary>
    public string? With { get; init; }

    /// <summary>The value is a list, line by line, of which only the order is compared: what came or went is a fact of its own.</summary>
    public bool IsOrder { get; init; }

    public bool IsSame(Fact other) => string.Equals(Property, other.Property, StringComparison.Ordinal);

    public static Fact Of(string property, string label, string raw) => new(property, label, raw, raw);
}

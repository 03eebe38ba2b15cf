namespace OfficeWorkflow.Server.Automation.Procedures.Trying;

/// <summary>One thing that a person does in a trial run.</summary>
/// <param name="Do"><c>finish</c>, <c>back</c>, <c>perform</c>, <c>fail</c>, <c>return</c>, <c>message</c>, <c>signal</c>, <c>next</c>, <c>advance</c> or <c>cancel</c>.</param>
public sealed record TrialMove(string? Do)
{
    /// <summary>Where: key of the procedure, element, and which of those that are open there, from 0.</summary>
    public string? Procedure { get; init; }

    public string? Node { get; init; }

    public int Nth { get; init; }

    /// <summary>Role as which somebody acts.</summary>
    public string? As { get; init; }

    /// <summary>A form as it was typed, by field name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Entries { get; init; }

    internal IReadOnlyDictionary<string, IReadOnlyList<string>>? Typed => Clean(Entries);

    /// <summary>Values, one a line: <c>name = value</c>.</summary>
    public string? Values { get; init; }

    /// <summary>Why it failed, is sent back or given up.</summary>
    public string? Reason { get; init; }

    /// <summary>Code of an error that the procedure may catch.</summary>
    public string? Code { get; init; }

    /// <summary>Name of a message or signal; the step to go back to.</summary>
    public string? Name { get; init; }

    public string? Key { get; init; }

    /// <summary>How far the clock goes: <c>P1D</c>.</summary>
    public string? Length { get; init; }

    /// <summary>What came over HTTP, without what is nothing.</summary>
    internal static Dictionary<string, IReadOnlyList<string>>? Clean(IReadOnlyDictionary<string, IReadOnlyList<string>>? entries) => entries?
        .Where(static entry => entry.Value is not null)
        .ToDictionary(static entry => entry.Key, static entry => (IReadOnlyList<string>)[.. entry.Value.OfType<string>()], StringComparer.Ordinal);
}

using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>The engine's answer to one input.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <param name="State">The case after the input: <c>fold(Events)</c> over the state before it.</param>
    /// <param name="Events">The facts, in order.</param>
    /// <param name="Effects">What the server must do, in order.</param>
    public sealed record Accepted(CaseState State, ImmutableArray<CaseEvent> Events, ImmutableArray<Effect> Effects) : Decision;

    /// <summary>The input does not fit the case (unknown or already ended work, ended case …). Nothing changed.</summary>
    /// <param name="Code">Stable kebab-case code, such as <c>work-not-open</c>.</param>
    public sealed record Refused(string Code, string Reason) : Decision;
}

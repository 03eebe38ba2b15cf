namespace OfficeWorkflow.Server.Answers;

/// <summary>A rule said no to a person, who can do something about it.</summary>
/// <param name="Code">Stable kebab-case code; tests and the API assert it.</param>
/// <param name="Reason">A Japanese sentence that names the thing and the way out.</param>
/// <param name="Field">The form field it is about, if one.</param>
/// <param name="Kind">What an HTTP answer makes of it.</param>
public sealed record Refusal(string Code, string Reason, string? Field = null, RefusalKind Kind = RefusalKind.Invalid)
{
    /// <summary>Further refusals of the same input, so that a form shows every wrong field at once.</summary>
    public IReadOnlyList<Refusal> Others { get; init; } = [];

    /// <summary>Who was faster, where someone was.</summary>
    public string? By { get; init; }

    /// <summary>Since when it is so.</summary>
    public DateTimeOffset? Since { get; init; }

    public IEnumerable<Refusal> All => [this, .. Others];
}

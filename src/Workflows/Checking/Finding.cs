namespace OfficeWorkflow.Workflows.Checking;

/// <summary>What a rule has to say about a procedure.</summary>
/// <param name="Rule">Stable kebab-case code of the rule.</param>
/// <param name="Element">Id of the element; null for the file as a whole.</param>
/// <param name="Message">What is wrong, in Japanese.</param>
/// <param name="Fix">What to do about it, in Japanese.</param>
/// <param name="Line">Line of the .bpmn text, where the file itself cannot be read.</param>
public sealed record Finding(string Rule, Severity Severity, string? Element, string Message, string Fix = "", int? Line = null)
{
    internal static Finding Error(string rule, string? element, string message, string fix) =>
        new(rule, Severity.Error, element, message, fix);

    internal static Finding Warning(string rule, string? element, string message, string fix) =>
        new(rule, Severity.Warning, element, message, fix);
}

namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>Something wrong in a form file.</summary>
/// <param name="Rule">Stable kebab-case code.</param>
/// <param name="Place">Where: keys joined by dots.</param>
/// <param name="Message">A Japanese sentence that says what to change.</param>
public sealed record FormFinding(string Rule, string Place, string Message);

namespace OfficeWorkflow.Workflows.Tests.Generating;

/// <summary>Gives ids that nothing else in the file has.</summary>
internal sealed class Pen
{
    private int last;

    public string NewId(string prefix) => $"{prefix}{++last}";
}

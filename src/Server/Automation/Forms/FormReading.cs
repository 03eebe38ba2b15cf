namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>What became of a form file.</summary>
public abstract record FormReading
{
    private FormReading()
    {
    }

    public sealed record Readable(FormDefinition Form) : FormReading;

    public sealed record Wrong(IReadOnlyList<FormFinding> Findings) : FormReading;
}

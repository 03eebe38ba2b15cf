namespace OfficeWorkflow.Workflows.Tests.Outside;

/// <summary>A story came out otherwise than its authors say.</summary>
public sealed class MismatchException : Exception
{
    public MismatchException()
    {
    }

    public MismatchException(string message)
        : base(message)
    {
    }

    public MismatchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

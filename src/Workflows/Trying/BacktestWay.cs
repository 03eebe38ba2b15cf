namespace OfficeWorkflow.Workflows.Trying;

/// <summary>How a past case would go on a draft.</summary>
public enum BacktestWay
{
    /// <summary>By the same steps.</summary>
    Same,

    /// <summary>It comes to a step that it did not come to, or no longer to one that it did.</summary>
    Other,

    /// <summary>It does not come to its end.</summary>
    Stops,
}

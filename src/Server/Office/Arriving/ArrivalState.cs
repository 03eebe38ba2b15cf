namespace OfficeWorkflow.Server.Office.Arriving;

/// <summary>Where a book stands on its way in.</summary>
public enum ArrivalState
{
    /// <summary>Read and shown; nothing of it is in the office.</summary>
    Shown,

    /// <summary>Its rows are in the office.</summary>
    Taken,

    /// <summary>Its rows were taken out again.</summary>
    Undone,
}

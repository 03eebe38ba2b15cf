namespace OfficeWorkflow.Workflows.Model.Activities;

/// <summary>Which version of a called procedure runs.</summary>
public enum CalledVersion
{
    /// <summary>The one that new cases use when the call is made.</summary>
    Latest,

    /// <summary>Always the same number.</summary>
    Fixed,

    /// <summary>The one that new cases used when the calling case began.</summary>
    AsAtMyStart,
}

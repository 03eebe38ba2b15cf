namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>How far an instance of a node is (BPMN 2.0.2, figure 13.2, as far as it shows from outside).</summary>
internal enum Phase
{
    /// <summary>Its token is consumed, its work not begun.</summary>
    Ready,

    Active,

    /// <summary>Its work is done; what follows is not decided.</summary>
    Completing,

    /// <summary>Nothing is left but the tokens on its outgoing flows.</summary>
    Completed,

    /// <summary>It cannot go on.</summary>
    Failed,
}

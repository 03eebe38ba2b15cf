namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>What a key in a diagram may name.</summary>
public enum WordKind
{
    Form,
    Template,
    Role,
    Procedure,
    Step,

    /// <summary>A formula that gives recipients.</summary>
    Recipient,

    /// <summary>A formula that gives a list to repeat for.</summary>
    List,

    /// <summary>A variable, as the form that fills it calls it.</summary>
    Field,

    /// <summary>A value of a choice, under <c>field=value</c>.</summary>
    Option,

    /// <summary>An element of the drawing itself, as it is labelled there.</summary>
    Element,
}

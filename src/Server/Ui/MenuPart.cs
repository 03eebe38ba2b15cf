namespace OfficeWorkflow.Server.Ui;

/// <summary>The two halves of the menu.</summary>
public enum MenuPart
{
    /// <summary>In the order of a working day.</summary>
    Work,

    /// <summary>Procedures, mail, jobs, audit, settings.</summary>
    Office,
}

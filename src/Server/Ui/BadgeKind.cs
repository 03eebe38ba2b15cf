namespace OfficeWorkflow.Server.Ui;

/// <summary>How a state is drawn: each has a shape of its own, so that colour is never the only sign.</summary>
public enum BadgeKind
{
    Neutral,
    Info,
    Done,
    Warning,
    Danger,
}

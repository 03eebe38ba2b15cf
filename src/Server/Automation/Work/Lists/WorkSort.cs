namespace OfficeWorkflow.Server.Automation.Work.Lists;

/// <summary>The order of a list of open work; in addresses the lower-case name.</summary>
public enum WorkSort
{
    Due,
    Priority,
    Client,
}

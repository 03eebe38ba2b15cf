namespace OfficeWorkflow.Server.Automation.Work.Bulk;

/// <summary>What is done to several work items at once; in addresses the lower-case name.</summary>
public enum BulkAct
{
    Assign,
    Due,
    Finish,
}

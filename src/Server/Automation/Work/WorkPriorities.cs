namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>What the weights of work are called.</summary>
public static class WorkPriorities
{
    public static string LabelOf(WorkPriority priority) => priority switch
    {
        WorkPriority.High => "急ぎ",
        WorkPriority.Low => "急がない",
        _ => "ふつう",
    };
}

namespace OfficeWorkflow.Workflows.Running;

/// <summary>Ends of the whole case from within or from outside.</summary>
internal static class Endings
{
    public static Decision.Refused? Cancel(Step step, Input.Cancelled input)
    {
        Scopes.CancelAll(step, WorkEnd.Cancelled);
        step.Record(new CaseEvent.Ended(CaseEnd.Cancelled, null, input.Reason, input.By));

        return null;
    }

    /// <summary>Nobody in this called case caught the error: the calling case will be told.</summary>
    public static void Fail(Step step, string code, string reason)
    {
        Scopes.CancelAll(step, WorkEnd.NotNeeded);
        step.Record(new CaseEvent.Ended(CaseEnd.Failed, code, reason, null));
    }
}

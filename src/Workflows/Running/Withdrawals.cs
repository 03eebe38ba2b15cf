namespace OfficeWorkflow.Workflows.Running;

/// <summary>Which request gives up which: what is asked for and given up in one decision is not asked at all.</summary>
internal static class Withdrawals
{
    /// <summary>Id of what the request begins, where that can be given up again.</summary>
    public static string? Begun(Effect effect) => effect switch
    {
        Effect.OpenWorkItem open => open.WorkId,
        Effect.CallService call => call.CallId,
        Effect.ArmTimer arm => arm.TimerId,
        Effect.Listen listen => listen.SubscriptionId,
        Effect.Hear hear => hear.HearingId,
        Effect.StartCase start => start.CallId,
        _ => null,
    };

    /// <summary>Id of what the request gives up.</summary>
    public static string? GivenUp(Effect effect) => effect switch
    {
        Effect.CloseWorkItem close => close.WorkId,
        Effect.CancelService cancel => cancel.CallId,
        Effect.DisarmTimer disarm => disarm.TimerId,
        Effect.StopListening stop => stop.SubscriptionId,
        Effect.StopHearing stop => stop.HearingId,
        Effect.CancelCase cancel => cancel.CallId,
        _ => null,
    };
}

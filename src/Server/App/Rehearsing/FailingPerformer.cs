using OfficeWorkflow.Server.Outbox;

namespace OfficeWorkflow.Server.App.Rehearsing;

/// <summary>Reaches failpoints at the edges of the world, around what a performer does.</summary>
internal sealed class FailingPerformer(Performer inner, Failpoint failpoint) : Performer
{
    public override string Kind => inner.Kind;

    public override async Task<PerformResult> PerformAsync(PerformContext context, CancellationToken stop)
    {
        failpoint.Reach("before:perform");
        var result = await inner.PerformAsync(context with { AboutToSendAsync = token => MarkAsync(context, token) }, stop);
        failpoint.Reach("after:perform");
        return result;
    }

    public override Task<bool> GiveUpAsync(PerformContext context, string reason, CancellationToken stop) =>
        inner.GiveUpAsync(context, reason, stop);

    private async Task MarkAsync(PerformContext context, CancellationToken stop)
    {
        failpoint.Reach("before:sending");
        await context.AboutToSendAsync(stop);
        failpoint.Reach("after:sending");
    }
}

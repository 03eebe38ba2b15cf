using System.Collections.Concurrent;
using OfficeWorkflow.Server.Outbox;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>Sends the entries of kind <c>parcel</c>; the payload says how it ends.</summary>
public sealed class ParcelPerformer : Performer
{
    public const string EntryKind = "parcel";

    /// <summary>What left, in order.</summary>
    public ConcurrentQueue<Guid> Sent { get; } = new();

    public override string Kind => EntryKind;

    public override async Task<PerformResult> PerformAsync(PerformContext context, CancellationToken stop)
    {
        switch (context.Entry.Payload)
        {
            case "away":
                throw new IOException("The post office is closed.");
            case "refused":
                return new PerformResult.Failed("宛先がありません。");
            case "crash":
                await context.AboutToSendAsync(stop);
                throw new IOException("The line broke after the parcel was handed over.");
            default:
                await context.AboutToSendAsync(stop);
                Sent.Enqueue(context.Entry.Id);
                return new PerformResult.Done();
        }
    }
}

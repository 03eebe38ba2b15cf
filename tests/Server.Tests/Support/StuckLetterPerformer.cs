using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Outbox;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>Performs the entries of kind <c>letter</c>, which leave with the mails: hears nothing, not even that it should stop, until it is freed.</summary>
public sealed class StuckLetterPerformer : Performer
{
    public const string EntryKind = "letter";

    /// <summary>Set when one has got stuck on its way.</summary>
    public TaskCompletionSource Stuck { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Freed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override string Kind => EntryKind;

    public override string Lane => MailPerformer.MailLane;

    public override async Task<PerformResult> PerformAsync(PerformContext context, CancellationToken stop)
    {
        Stuck.TrySetResult();
        await Freed.Task;
        return new PerformResult.Done();
    }
}

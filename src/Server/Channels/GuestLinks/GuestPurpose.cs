namespace OfficeWorkflow.Server.Channels.GuestLinks;

/// <summary>One thing that a link is for. Registered in the container as <see cref="GuestPurpose"/>; pages stand in a <c>GuestShell</c>.</summary>
public abstract class GuestPurpose
{
    /// <summary>What links name it by, such as <c>poll</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What the page shows. Changes nothing: mail programs open links before people do.</summary>
    public abstract Task<IResult> ShowAsync(GuestVisit visit, CancellationToken stop);

    /// <summary>What the guest answered. Saves; a refusal is the same page with 422.</summary>
    public abstract Task<IResult> PostAsync(GuestVisit visit, IFormCollection form, CancellationToken stop);
}

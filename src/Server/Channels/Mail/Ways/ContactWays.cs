using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Ways;

/// <summary>
/// Knows some of the people that mails are written to. Registered in the container as <see cref="ContactWays"/>; the first that knows
/// somebody is believed.
/// </summary>
public abstract class ContactWays
{
    /// <param name="address">Null for somebody without one, who is known by name alone.</param>
    /// <returns>Null for a stranger, and where two of the same name could be meant.</returns>
    public abstract Task<Preference?> OfAsync(OfficeDb db, Guid officeId, string name, string? address, CancellationToken stop);
}

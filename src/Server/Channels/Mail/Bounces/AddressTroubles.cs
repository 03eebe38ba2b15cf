using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Bounces;

/// <summary>Which addresses of the office do not get their mail.</summary>
public sealed class AddressTroubles
{
    private readonly Dictionary<string, Guid> mails;

    private AddressTroubles(Dictionary<string, Guid> mails) => this.mails = mails;

    public static async Task<AddressTroubles> OfAsync(OfficeDb db, CancellationToken stop) =>
        new(await db.AddressTroubles.AsNoTracking().ToDictionaryAsync(static row => row.AddressKey, static row => row.MailId, StringComparer.Ordinal, stop));

    /// <returns>The mail that came back; null for an address that nothing is known against.</returns>
    public Guid? this[string? address] => address is not null && mails.TryGetValue(AddressTrouble.Fold(address), out var mail) ? mail : null;
}

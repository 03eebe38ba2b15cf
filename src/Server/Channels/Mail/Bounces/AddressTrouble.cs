using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Bounces;

/// <summary>An address to which mail does not get through, shown wherever the address stands, until it is tried again.</summary>
public sealed class AddressTrouble : IOfficeRow
{
    public required Guid OfficeId { get; init; }

    /// <summary>The address, folded.</summary>
    public required string AddressKey { get; init; }

    /// <summary>The mail that came back.</summary>
    public required Guid MailId { get; set; }

    public required DateTimeOffset FoundAt { get; set; }

    public required string Reason { get; set; }

    public static string Fold(string address) => address.Trim().ToUpperInvariant();
}

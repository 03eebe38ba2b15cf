using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.GuestLinks;

/// <summary>An outsider before an open link, the code entered where one is needed.</summary>
/// <param name="Db">Sees the link's office. The link belongs to it: <c>Link.Use</c> is saved with what was answered.</param>
/// <param name="Path">The link's own address: where forms post to.</param>
/// <param name="Part">What follows the address, such as the name of a paper; null for the page itself.</param>
public sealed record GuestVisit(OfficeDb Db, GuestLink Link, OfficeFile Office, string Path, string? Part, DateTimeOffset At)
{
    /// <summary>Network address and program of the browser, for the record of what was answered.</summary>
    public string From { get; init; } = "";
}

using OfficeWorkflow.Server.Offices;

namespace OfficeWorkflow.Server.Channels.GuestLinks;

/// <summary>What <c>LinkEndedPage</c> shows.</summary>
/// <param name="Office">Whom to call, or null where that would tell a stranger something.</param>
public sealed record LinkEnded(OfficeFile? Office);

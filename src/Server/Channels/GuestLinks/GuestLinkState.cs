namespace OfficeWorkflow.Server.Channels.GuestLinks;

/// <summary>Whether a link opens, and why not.</summary>
public enum GuestLinkState
{
    Open,
    Expired,
    Revoked,
    Used,
}

using OfficeWorkflow.Server.Channels.Mail;

namespace OfficeWorkflow.Server.Channels.Calendar;

/// <summary>Someone who is asked to come.</summary>
/// <param name="IsHost">A member of staff who leads the meeting: receives a copy of the invitation like the others.</param>
/// <param name="IsOptional">Welcome, not needed.</param>
public sealed record Attendee(Mailbox Mailbox, bool IsHost = false, bool IsOptional = false);

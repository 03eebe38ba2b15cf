using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Offices;

namespace OfficeWorkflow.Server.Channels.GuestLinks;

/// <summary>What <c>GuestCodePage</c> shows.</summary>
public sealed record GuestCodeModel(string Path, OfficeFile Office, bool IsLocked, Refusal? Refusal);

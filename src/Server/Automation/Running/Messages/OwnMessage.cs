namespace OfficeWorkflow.Server.Automation.Running.Messages;

/// <summary>A message that this product alone tells its cases, after somebody answered or something came to be: no other program may.</summary>
/// <param name="Name">As it stands in the procedures.</param>
public sealed record OwnMessage(string Name);

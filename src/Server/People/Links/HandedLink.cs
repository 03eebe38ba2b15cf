namespace OfficeWorkflow.Server.People.Links;

/// <summary>What an administrator is told of a link that was just made.</summary>
/// <param name="Mail">The address of its person.</param>
/// <param name="Path">To be shown once; null when it went to the address.</param>
public sealed record HandedLink(string Mail, string? Path);

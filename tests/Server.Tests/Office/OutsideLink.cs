using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office;

/// <summary>One link as somebody outside holds it, and what becomes of it without them.</summary>
/// <param name="Path">The address, secret included.</param>
/// <param name="Page">What is opened: the address, or the part of it that programs fetch.</param>
/// <param name="Answer">What its holder posts; the fields of its one answer.</param>
internal sealed record OutsideLink(string Path, string Page, IReadOnlyList<(string Name, string Value)> Answer)
{
    /// <summary>Opens it as its holder does, the code entered where it asks for one.</summary>
    public required Func<Browser, Task> EnterAsync { get; init; }

    public required Func<Task<DateTimeOffset>> ExpiresAsync { get; init; }

    public required Func<Task> RevokeAsync { get; init; }

    /// <summary>What the link is for is done or given up without it.</summary>
    public required Func<Task> EndWorkAsync { get; init; }
}

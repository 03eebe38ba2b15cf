namespace OfficeWorkflow.Server.People.Sessions;

/// <summary>One device that a person is signed in on. It holds as long as its stamp is the person's.</summary>
public sealed class SignInSession
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>The person's stamp when the session began.</summary>
    public required string Stamp { get; init; }

    /// <summary>What the browser says it is, in a few words.</summary>
    public required string Device { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>To a few minutes.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}

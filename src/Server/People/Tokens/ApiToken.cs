namespace OfficeWorkflow.Server.People.Tokens;

/// <summary>What a program of a person proves itself with. The secret is printed once; only its hash is kept.</summary>
public sealed class ApiToken
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>SHA-256 of the token, in hex.</summary>
    public required string Hash { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }
}

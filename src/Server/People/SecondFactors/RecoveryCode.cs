namespace OfficeWorkflow.Server.People.SecondFactors;

/// <summary>One of the codes on paper (予備のコード) that stand in for a lost phone, each once.</summary>
public sealed class RecoveryCode
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>SHA-256 of the code, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}

namespace OfficeWorkflow.Server.People.SecondFactors;

/// <summary>A person's authenticator app (確認コード). It counts once a code of it was entered.</summary>
public sealed class SecondFactor
{
    public required Guid PersonId { get; init; }

    /// <summary>The secret under the server's own keys: a copy of the database does not know it.</summary>
    public required string ProtectedSecret { get; set; }

    public required DateTimeOffset MadeAt { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>Step of the last code that was taken: none is taken twice.</summary>
    public long LastStep { get; set; }
}

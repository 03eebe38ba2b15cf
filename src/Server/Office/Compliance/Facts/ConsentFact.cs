namespace OfficeWorkflow.Server.Office.Compliance.Facts;

/// <summary>Somebody agreed to a version after it was explained.</summary>
public sealed record ConsentFact(DateOnly ConsentedOn, SignerRole Signer)
{
    public bool ExplainedBySpecialist { get; init; }

    public DateOnly ExplainedOn { get; init; }

    public bool IsElectronic { get; init; }

    /// <summary>電磁的方法の承諾.</summary>
    public DateOnly? ElectronicAgreedOn { get; init; }
}

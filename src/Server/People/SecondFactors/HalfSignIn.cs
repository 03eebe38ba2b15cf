namespace OfficeWorkflow.Server.People.SecondFactors;

/// <summary>Someone whose password was right and whose second factor is still to come.</summary>
/// <param name="Stamp">A new password in between ends it.</param>
/// <param name="Back">Where to go then.</param>
internal sealed record HalfSignIn(Guid PersonId, string Stamp, string Back);

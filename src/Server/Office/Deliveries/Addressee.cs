namespace OfficeWorkflow.Server.Office.Deliveries;

/// <summary>Somebody who is to receive a plan.</summary>
/// <param name="Id">The client, provider or municipality.</param>
/// <param name="Mail">Where to announce it, if anywhere.</param>
/// <param name="PersonName">The person there.</param>
internal sealed record Addressee(Guid Id, string Name, AddresseeKind Kind, string? Mail, string? PersonName);

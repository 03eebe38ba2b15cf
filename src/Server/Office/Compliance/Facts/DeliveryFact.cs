using OfficeWorkflow.Server.Office.Deliveries;

namespace OfficeWorkflow.Server.Office.Compliance.Facts;

/// <summary>交付 of the plan to one addressee.</summary>
/// <param name="Provider">The provider as named in the plan; null for the client and the city.</param>
public sealed record DeliveryFact(AddresseeKind Kind, string? Provider, DateOnly DeliveredOn);

namespace OfficeWorkflow.Server.Office.Deliveries;

/// <summary>To whom drafts and plans go.</summary>
public enum AddresseeKind
{
    /// <summary>The client, or the guardian of a child.</summary>
    User,

    Provider,

    City,
}

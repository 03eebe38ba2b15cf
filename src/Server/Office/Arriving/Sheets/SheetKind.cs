namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>What a sheet lists, in the order in which sheets are read: a later one may name lines of an earlier one.</summary>
public enum SheetKind
{
    Municipalities,
    Providers,
    ServiceContacts,
    Contacts,
    Clients,
    Family,
    Certificates,

    /// <summary>支給量 of the certificates.</summary>
    Amounts,
}

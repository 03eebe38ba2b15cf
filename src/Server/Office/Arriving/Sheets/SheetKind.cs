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

    /// <summary>計画案 and 計画.</summary>
    Plans,

    /// <summary>Rows of the needs table.</summary>
    PlanNeeds,

    /// <summary>Rows of the 週間計画表.</summary>
    PlanWeek,
}

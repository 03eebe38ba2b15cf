namespace OfficeWorkflow.Server.Channels.Mail.Ways;

/// <summary>How somebody wants to be told.</summary>
public enum ContactWay
{
    Mail,

    /// <summary>FAX with a sheet.</summary>
    Fax,

    /// <summary>A letter by post, or handed over.</summary>
    Letter,

    /// <summary>By telephone, from a sheet that says what.</summary>
    Phone,
}

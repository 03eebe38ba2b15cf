namespace OfficeWorkflow.Server.Office.Clients;

/// <summary>Which of the two systems a client is served under.</summary>
public enum Handling
{
    /// <summary>A child until the 18th birthday.</summary>
    ByAge,

    /// <summary>障害者, although under 18 by an exception of the municipality.</summary>
    Adult,

    /// <summary>障害児, although 18 or over by an exception of the municipality.</summary>
    Child,
}

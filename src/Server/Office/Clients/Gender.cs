namespace OfficeWorkflow.Server.Office.Clients;

/// <summary>性別 as the sheets ask it; nobody has to answer.</summary>
public enum Gender
{
    /// <summary>未回答.</summary>
    Unanswered,

    Male,

    Female,
}

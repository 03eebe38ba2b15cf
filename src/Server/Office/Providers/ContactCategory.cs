namespace OfficeWorkflow.Server.Office.Providers;

/// <summary>What a 関係者 is; decides which privacy consent must cover an invitation.</summary>
public enum ContactCategory
{
    /// <summary>市の職員.</summary>
    CityOfficer,

    /// <summary>民生委員・児童委員.</summary>
    WelfareCommissioner,

    /// <summary>Doctor, nurse, PSW, visiting nurse.</summary>
    Hospital,

    /// <summary>School or nursery.</summary>
    School,

    /// <summary>基幹相談支援センター, 社協.</summary>
    CoreCenter,

    /// <summary>Neighbour, volunteer, workplace and anyone else.</summary>
    Other,
}

using OfficeWorkflow.Server.Office.Providers;

namespace OfficeWorkflow.Server.Office.Privacy;

/// <summary>Which consent covers whom, and what the categories are called.</summary>
public static class PrivacyCategories
{
    public static PrivacyCategory Of(ContactCategory contact) => contact switch
    {
        ContactCategory.CityOfficer => PrivacyCategory.CivilServants,
        ContactCategory.WelfareCommissioner => PrivacyCategory.WelfareCommissioner,
        ContactCategory.Hospital => PrivacyCategory.Hospital,
        ContactCategory.School => PrivacyCategory.School,
        _ => PrivacyCategory.Other,
    };

    public static string Label(PrivacyCategory category) => category switch
    {
        PrivacyCategory.Provider => "福祉サービス等の事業所",
        PrivacyCategory.CivilServants => "市町村等の職員",
        PrivacyCategory.WelfareCommissioner => "民生委員・児童委員",
        PrivacyCategory.Hospital => "医療機関",
        PrivacyCategory.School => "学校・保育所等",
        PrivacyCategory.Family => "家族",
        _ => "その他の支援者",
    };
}

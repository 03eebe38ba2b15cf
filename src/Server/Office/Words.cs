using OfficeWorkflow.Server.Office.Assessments;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Deliveries;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Providers;

namespace OfficeWorkflow.Server.Office;

/// <summary>What people read for the cases of the ledger's enums.</summary>
public static class Words
{
    public static string Of(Gender gender) => gender switch
    {
        Gender.Male => "男",
        Gender.Female => "女",
        _ => "未回答",
    };

    public static string Of(Handling handling) => handling switch
    {
        Handling.Adult => "障害者として扱う",
        Handling.Child => "障害児として扱う",
        _ => "年齢による（18歳未満は障害児）",
    };

    public static string Of(Dwelling dwelling) => dwelling switch
    {
        Dwelling.OwnHouse => "持家",
        Dwelling.Rented => "借家",
        Dwelling.GroupHome => "グループホーム",
        Dwelling.Institution => "入所施設",
        Dwelling.Hospital => "医療機関",
        _ => "その他",
    };

    public static string Of(CertificateKind kind) => kind switch
    {
        CertificateKind.Adult => "障害福祉サービス受給者証",
        CertificateKind.Child => "通所受給者証",
        _ => "地域相談支援受給者証",
    };

    public static string Of(SupportLevel level) => level switch
    {
        SupportLevel.None => "区分なし",
        SupportLevel.NotApplicable => "非該当",
        SupportLevel.Level1 => "区分1",
        SupportLevel.Level2 => "区分2",
        SupportLevel.Level3 => "区分3",
        SupportLevel.Level4 => "区分4",
        SupportLevel.Level5 => "区分5",
        _ => "区分6",
    };

    public static string Of(ServiceGroup group) => group switch
    {
        ServiceGroup.Care => "介護給付",
        ServiceGroup.Training => "訓練等給付",
        ServiceGroup.ChildDay => "障害児通所支援",
        ServiceGroup.ChildStay => "障害児入所支援",
        ServiceGroup.Consultation => "相談支援",
        ServiceGroup.Municipal => "地域生活支援事業",
        _ => "その他の支援",
    };

    public static string Of(ServiceJob job) => job switch
    {
        ServiceJob.ServiceManager => "サービス管理責任者",
        ServiceJob.ChildDevManager => "児童発達支援管理責任者",
        ServiceJob.HomeHelpLead => "サービス提供責任者",
        ServiceJob.Consultant => "相談員",
        _ => "担当者",
    };

    public static string Of(ContactCategory category) => category switch
    {
        ContactCategory.CityOfficer => "市町村の職員",
        ContactCategory.WelfareCommissioner => "民生委員・児童委員",
        ContactCategory.Hospital => "医療機関",
        ContactCategory.School => "学校・保育所等",
        ContactCategory.CoreCenter => "基幹相談支援センター等",
        _ => "その他の支援者",
    };

    public static string Of(VisitPlace place) => place switch
    {
        VisitPlace.Home => "居宅",
        VisitPlace.Facility => "施設",
        _ => "病院",
    };

    public static string Of(VisitMethod method) => method switch
    {
        VisitMethod.Visit => "訪問",
        _ => "テレビ電話等",
    };

    public static string Of(DeliveryMeans means) => means switch
    {
        DeliveryMeans.ByHand => "手渡し",
        DeliveryMeans.Post => "郵送",
        DeliveryMeans.Fax => "FAX",
        DeliveryMeans.Mail => "電子メール",
        _ => "その他の電磁的方法",
    };

    public static string Of(AddresseeKind kind) => kind switch
    {
        AddresseeKind.User => "利用者",
        AddresseeKind.Provider => "事業所",
        _ => "市町村",
    };

    public static string Of(PlanStage stage) => stage switch
    {
        PlanStage.Draft => "計画案",
        _ => "計画",
    };
}

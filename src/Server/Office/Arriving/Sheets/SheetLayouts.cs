using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>The templates, in reading order.</summary>
public static class SheetLayouts
{
    internal const string ClientName = "利用者の氏名";
    internal const string ClientBirth = "利用者の生年月日";
    internal const string Day = "例: 令和8年4月1日、R8.4.1、2026/4/1";
    private const string OnlyIfTwo = "同じ氏名の利用者が二人いるときだけ必要です";

    private const string OnlyIfTwoPlans = "同じ種類の計画が二つあるときだけ必要です";

    public static IReadOnlyList<Option> PlanStages { get; } = Options.Of<PlanStage>(Words.Of);

    /// <summary>A blank cell means the usual unit of the service.</summary>
    public static IReadOnlyList<Option> Units { get; } = [new(string.Empty, "標準の単位"), .. Options.Of<AmountUnit>(AmountUnits.Label)];

    public static IReadOnlyList<Option> YesOrNo { get; } = [new("false", "いいえ"), new("true", "はい")];

    public static IReadOnlyList<SheetLayout> All { get; } =
    [
        new(SheetKind.Municipalities, "municipalities", "市町村", [new("市町村名", IsRequired: true), new("市町村番号", Help: "数字6桁"), new("担当課"), new("電話"), new("FAX"), new("メールアドレス")]),
        new(SheetKind.Providers, "providers", "事業所",
        [
            new("事業所番号", IsRequired: true, "数字10桁"), new("事業所名", IsRequired: true), new("ふりがな"), new("サービスの種類", Help: "読点で区切ります。例: 居宅介護、生活介護"),
            new("所在地"), new("電話"), new("FAX"), new("メールアドレス"), new("メモ"),
        ]),
        new(SheetKind.ServiceContacts, "service-contacts", "事業所の担当者",
        [
            new("事業所番号", IsRequired: true, "「事業所」のシートか、登録済みの事業所の番号"), new("担当者の氏名", IsRequired: true), new("職種", Options: Options.Of<ServiceJob>(Words.Of)), new("メールアドレス"), new("電話"), new("FAX"),
        ]),
        new(SheetKind.Contacts, "contacts", "関係者",
        [
            new("区分", IsRequired: true, Options: Options.Of<ContactCategory>(Words.Of)), new("氏名", IsRequired: true), new("所属"), new("役職・職種"), new("市町村", Help: "市の職員のとき"), new("メールアドレス"), new("電話"), new("FAX"), new("メモ"),
        ]),
        new(SheetKind.Clients, "clients", "利用者",
        [
            new("氏名", IsRequired: true), new("ふりがな", IsRequired: true), new("生年月日", IsRequired: true, Day), new("性別", Options: Options.Of<Gender>(Words.Of)),
            new("障害者・障害児の扱い", Options: Options.Of<Handling>(Words.Of)), new("住所"), new("住居の種別", Options: Options.Of<Dwelling>(Words.Of)), new("電話"), new("携帯電話"), new("FAX"),
            new("メールアドレス"), new("障害または疾患名"), new("手帳"), new("市町村", Help: "「市町村」のシートか、登録済みの市町村の名前"), new("担当の相談支援専門員", Help: "登録済みの職員の氏名"),
        ]),
        new(SheetKind.Family, "family", "家族",
        [
            new(ClientName, IsRequired: true), new(ClientBirth, Help: OnlyIfTwo), new("家族の氏名", IsRequired: true), new("ふりがな"), new("続柄", IsRequired: true), new("生年月日", Help: Day), new("住所"), new("電話"), new("メールアドレス"),
            new("同居", Options: YesOrNo), new("保護者", Options: YesOrNo), new("法定代理人", Options: YesOrNo), new("キーパーソン", Options: YesOrNo), new("メモ"),
        ]),
        new(SheetKind.Certificates, "certificates", "受給者証",
        [
            new(ClientName, IsRequired: true), new(ClientBirth, Help: OnlyIfTwo), new("種類", Options: Options.Of<CertificateKind>(Words.Of)), new("受給者証番号", IsRequired: true, "数字10桁"), new("交付年月日", Help: Day),
            new("障害支援区分", Options: Options.Of<SupportLevel>(Words.Of)), new("区分の認定有効期間の末日"), new("利用者負担上限月額"), new("支給期間の初日", IsRequired: true, "計画相談支援給付費の支給期間"), new("支給期間の末日", IsRequired: true),
            new("モニタリング期間", Help: "書かれているとおりに写します"), new("モニタリング月", Help: "読点で区切ります。例: 令和8年4月、令和8年10月"), new("メモ"),
        ]),
        new(SheetKind.Amounts, "amounts", "支給量",
        [
            new("受給者証番号", IsRequired: true, "「受給者証」のシートの番号"), new("支給期間の初日", Help: "同じ番号の受給者証が二つあるときだけ必要です"), new("サービス", IsRequired: true, "例: 居宅介護"), new("支給量", Help: "数だけを書きます"), new("期間の初日", Help: "空なら計画相談支援の支給期間"), new("期間の末日"),
        ]),
        new(SheetKind.Plans, "plans", "計画",
        [
            new(ClientName, IsRequired: true), new(ClientBirth, Help: OnlyIfTwo), new("種類", IsRequired: true, Options: PlanStages), new("作成日", IsRequired: true, Day), new("同意日", Help: "文書で同意を受けた日。まだなら空にします"), new("計画開始年月"),
            new("本人の意向", IsRequired: true), new("家族の意向", IsRequired: true, "家族がいないときは「家族なし」"), new("総合的な援助の方針", IsRequired: true), new("長期目標", IsRequired: true), new("長期目標の達成時期", IsRequired: true, Day),
            new("短期目標", IsRequired: true), new("短期目標の達成時期", IsRequired: true, Day), new("モニタリング期間の提案", IsRequired: true), new("短期入所が年180日を超える理由"), new("主な日常生活上の活動"), new("週単位以外のサービス"), new("生活の全体像"),
        ]),
        new(SheetKind.PlanNeeds, "plan-needs", "計画の課題",
        [
            new(ClientName, IsRequired: true), new(ClientBirth, Help: OnlyIfTwo), new("種類", IsRequired: true, Options: PlanStages), new("作成日", Help: OnlyIfTwoPlans), new("解決すべき課題", IsRequired: true), new("支援目標", IsRequired: true), new("達成時期", IsRequired: true, Day),
            new("サービスの種類", IsRequired: true, "例: 居宅介護(身体介護)"), new("内容・頻度・時間", IsRequired: true), new("量", Help: "1か月の量。数だけを書きます"), new("単位", Options: Units), new("提供事業者", Help: "事業所の名前か番号"), new("担当者名・電話"),
            new("本人の役割", IsRequired: true), new("評価時期", IsRequired: true, Day), new("その他留意事項"),
        ]),
        new(SheetKind.PlanWeek, "plan-week", "週間計画",
        [
            new(ClientName, IsRequired: true), new(ClientBirth, Help: OnlyIfTwo), new("種類", IsRequired: true, Options: PlanStages), new("作成日", Help: OnlyIfTwoPlans), new("曜日", IsRequired: true, "例: 月、水、金"), new("開始", IsRequired: true, "例: 9:30"), new("終了", IsRequired: true),
            new("活動・サービス", IsRequired: true), new("サービスの種類"), new("提供事業者"), new("何週目", Help: "毎週なら空。例: 1、3、最終"),
        ]),
    ];

    public static SheetLayout Of(SheetKind kind) => All.First(layout => layout.Kind == kind);
}

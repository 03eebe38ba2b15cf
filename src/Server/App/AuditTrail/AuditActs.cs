namespace OfficeWorkflow.Server.App.AuditTrail;

/// <summary>What the codes of acts are called. One that is not here shows as its code.</summary>
internal static class AuditActs
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["account-password-changed"] = "パスワードの変更",
        ["account-password-asked"] = "パスワードの再設定の依頼",
        ["audit-exported"] = "監査記録の書き出し",
        ["calendar-paused"] = "仕事の予定の一時停止",
        ["calendar-resumed"] = "仕事の予定の再開",
        ["calendar-run-by-hand"] = "仕事の予定の手動実行",
        ["certificate-recorded"] = "受給者証の写し",
        ["client-changed"] = "利用者の情報の変更",
        ["client-closed"] = "支援の終結",
        ["client-opened"] = "利用者の情報の閲覧",
        ["client-registered"] = "利用者の登録",
        ["client-reopened"] = "支援の再開",
        ["contact-linked"] = "関係者の追加",
        ["contact-recorded"] = "関係者の記録",
        ["contact-unlinked"] = "関係者の取り外し",
        ["document-opened"] = "文書の閲覧",
        ["duties-changed"] = "義務の点検の設定の変更",
        ["family-recorded"] = "家族の記録",
        ["holidays-changed"] = "休日の変更",
        ["mail-sent-again"] = "メールの再送",
        ["mail-settings-changed"] = "メールの設定の変更",
        ["mail-template-changed"] = "メールの文面の変更",
        ["municipality-recorded"] = "市町村の記録",
        ["office-changed"] = "事業所の設定の変更",
        ["person-invited"] = "職員の招待",
        ["person-link-renewed"] = "職員の新しいリンク",
        ["person-roles-changed"] = "役割の変更",
        ["plan-opened"] = "計画の閲覧",
        ["assessment-opened"] = "アセスメントの閲覧",
        ["privacy-consent-recorded"] = "個人情報の使用同意",
        ["privacy-consent-withdrawn"] = "使用同意の取り消し",
        ["procedure-published"] = "手続きの公開",
        ["provider-recorded"] = "事業所の記録",
        ["second-factor-added"] = "確認コードの登録",
        ["second-factor-removed"] = "確認コードの解除",
        ["second-factor-reset"] = "確認コードの初期化",
        ["service-contact-recorded"] = "担当者の記録",
        ["sessions-ended"] = "すべてのサインアウト",
        ["work-reassigned"] = "担当の変更",
    };

    public static string LabelOf(string act) => Labels.GetValueOrDefault(act, act);
}

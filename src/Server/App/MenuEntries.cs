using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App;

/// <summary>Contents: the menu, one line per feature, in the order of a working day.</summary>
internal static class MenuEntries
{
    public static IReadOnlyList<MenuEntry> All { get; } =
    [
        new("受信箱", "/work", MenuPart.Work),
        new("案件", "/cases", MenuPart.Work),
        new("利用者", "/clients", MenuPart.Work),
        new("会議", "/meetings", MenuPart.Work),
        new("モニタリング表", "/monitoring", MenuPart.Work),
        new("期限のお知らせ", "/notices", MenuPart.Work),
        new("事業所と関係者", "/providers", MenuPart.Work),
        new("休みと代行", "/absences", MenuPart.Work),
        new("手続き", "/procedures", MenuPart.Office),
        new("メール", "/mail", MenuPart.Office),
        new("仕事の予定", "/jobs", MenuPart.Office, Policies.Names[Policies.Inspect]),
        new("監査", "/audit", MenuPart.Office, Policies.Names[Policies.Inspect]),
        new("始める準備", "/preparation", MenuPart.Office, Policies.Names[Policies.Administer]),
        new("データの取り込み", "/arriving", MenuPart.Office, Policies.Names[Policies.Lead]),
        new("止まった案件", "/incidents", MenuPart.Office, Policies.Names[Policies.Lead]),
        new("設定", "/settings", MenuPart.Office, Policies.Names[Policies.Administer]),
        new("職員", "/people", MenuPart.Office, Policies.Names[Policies.Administer]),
    ];
}

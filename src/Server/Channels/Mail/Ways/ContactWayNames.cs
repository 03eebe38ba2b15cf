using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Channels.Mail.Ways;

/// <summary>Ways as people read them.</summary>
public static class ContactWayNames
{
    public static IReadOnlyList<Option> All { get; } =
    [
        new("", "決めていない(メールがあればメール)"),
        new(nameof(ContactWay.Mail), "メール"),
        new(nameof(ContactWay.Fax), "FAX"),
        new(nameof(ContactWay.Letter), "手紙・手渡し"),
        new(nameof(ContactWay.Phone), "電話"),
    ];

    public static string Of(ContactWay way) => All.Single(option => string.Equals(option.Key, way.ToString(), StringComparison.Ordinal)).Label;

    /// <summary>What one does by this way, in the past: the label of the button that says it is done.</summary>
    public static string DoneBy(ContactWay way) => way switch
    {
        ContactWay.Fax => "FAXで送った",
        ContactWay.Phone => "電話で伝えた",
        _ => "送った・渡した",
    };

    public static string SheetOf(ContactWay way) => way switch
    {
        ContactWay.Fax => "FAXの送付状を開く",
        ContactWay.Phone => "電話で伝える内容を開く",
        _ => "手紙を開く",
    };
}

using System.Collections.Frozen;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>What can be put into a wording, in words of the office.</summary>
internal static class MarkWords
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["name"] = "送る相手の名前",
        ["office"] = "事業所の名前",
        ["officePhone"] = "事業所の電話番号",
        ["officeAddress"] = "事業所の住所",
        ["officeMail"] = "事業所のメールアドレス",
        ["today"] = "今日の日付",
        ["link"] = "リンク",
        ["answersBy"] = "返事の期限",
        ["date"] = "日にち",
        ["from"] = "始まりの時刻",
        ["to"] = "終わりの時刻",
        ["place"] = "場所",
        ["online"] = "オンラインのアドレス",
        ["room"] = "資料のリンク",
        ["who"] = "返事をした人",
        ["by"] = "操作した人",
        ["reason"] = "理由",
        ["about"] = "終わっていない作業",
        ["count"] = "件数",
        ["mails"] = "まとめたお知らせ",
        ["subject"] = "まとめたお知らせの件名",
        ["text"] = "まとめたお知らせの本文",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>The name itself where only the office knows what it means.</returns>
    public static string Of(string name) => Words.GetValueOrDefault(name, name);

    /// <summary>As a wording writes it, with what it stands for.</summary>
    public static string Mark(string name) => Words.TryGetValue(name, out var word) ? $"{{{{{name}}}}}（{word}）" : $"{{{{{name}}}}}";
}

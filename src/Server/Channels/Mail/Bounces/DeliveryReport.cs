using System.Text.RegularExpressions;

namespace OfficeWorkflow.Server.Channels.Mail.Bounces;

/// <summary>A report about one recipient: our mails have one each.</summary>
/// <param name="Status">The status code, such as <c>5.1.1</c>; empty where it has none.</param>
/// <param name="Diagnostic">What the other server said; empty where it said nothing.</param>
public sealed partial record DeliveryReport(DeliveryOutcome Outcome, string Status, string Diagnostic)
{
    private const int LongestDiagnostic = 300;

    /// <summary>What it means and what to do.</summary>
    public string Words => $"{Meaning}{(Diagnostic.Length == 0 ? "" : $"相手のサーバーの答え: {Diagnostic}")}";

    private string Meaning => Status switch
    {
        "5.1.1" or "5.1.0" or "5.1.3" or "5.1.10" => "このアドレスはありません。正しいアドレスを相手に聞き、直して送ってください。",
        "5.1.2" or "5.4.4" => "アドレスの@より後ろが違っています。正しいアドレスを相手に聞き、直して送ってください。",
        "5.2.1" or "5.1.6" => "相手のメールボックスは使われなくなっています。新しいアドレスを相手に聞いてください。",
        "5.2.2" or "4.2.2" => "相手のメールボックスがいっぱいです。電話で知らせて、空けてもらってからもう一度送ってください。",
        "5.2.3" or "5.3.4" => "メールが大きすぎて受け取られませんでした。FAXや手紙で伝えてください。",
        _ when Status.StartsWith("5.7.", StringComparison.Ordinal) => "相手のサーバーに受け取りを断られました(迷惑メールの判定など)。電話で知らせ、受け取れるようにしてもらってください。",
        _ when Status.StartsWith("4.", StringComparison.Ordinal) => "相手のサーバーが答えないまま、期限が切れました。日を置いてもう一度送るか、電話などで伝えてください。",
        _ => "相手に届けられませんでした。アドレスを確かめるか、電話などで伝えてください。",
    };

    /// <returns>Null when it tells nothing about a recipient.</returns>
    public static DeliveryReport? Read(string text)
    {
        var fields = Fields(text);
        return fields.GetValueOrDefault("action")?.ToUpperInvariant() is { } action
            ? new DeliveryReport(
                action switch { "FAILED" => DeliveryOutcome.Failed, "DELAYED" => DeliveryOutcome.Delayed, _ => DeliveryOutcome.Done },
                StatusCode().Match(fields.GetValueOrDefault("status", "")).Value,
                Short(AfterType(fields.GetValueOrDefault("diagnostic-code", ""))))
            : null;
    }

    /// <summary>The fields of all blocks; the first of a name counts.</summary>
    private static Dictionary<string, string> Fields(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match field in Field().Matches(text.ReplaceLineEndings("\n")))
        {
            fields.TryAdd(field.Groups["name"].Value.ToLowerInvariant(), Blank().Replace(field.Groups["value"].Value, " ").Trim());
        }

        return fields;
    }

    /// <summary><c>smtp; 550 no such user</c> without its type.</summary>
    private static string AfterType(string diagnostic) => diagnostic[(diagnostic.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim();

    private static string Short(string text) => string.Concat(text.Where(static c => !char.IsControl(c)).Take(LongestDiagnostic));

    [GeneratedRegex(@"^(?<name>[A-Za-z-]+):[ \t]*(?<value>[^\n]*(?:\n[ \t]+[^\n]+)*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Multiline, 500)]
    private static partial Regex Field();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Blank();

    [GeneratedRegex(@"[245]\.\d{1,3}\.\d{1,3}", RegexOptions.CultureInvariant, 500)]
    private static partial Regex StatusCode();
}

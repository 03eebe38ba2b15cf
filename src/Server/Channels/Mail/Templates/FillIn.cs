using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>Fills a wording in. A name without a value is said, never left blank in someone's mail.</summary>
public static class FillIn
{
    public static Outcome<MailText> Of(MailWording wording, Value.Record data)
    {
        var missing = Placeholders.Of(wording)
            .Except(Placeholders.Optional(wording), StringComparer.Ordinal)
            .Where(name => data[name] is Value.Nothing)
            .ToList();

        if (missing.Count > 0)
        {
            return new Refusal("mail-placeholder-empty", $"文面の差し込み {Quoted(missing)} に入れる値がありません。手続きの設定か文面を直してください。", nameof(wording.Body));
        }

        return Write(wording, MailWords.Of(data)) is { } text ? text : Broken;
    }

    /// <summary>What keeps a wording from being used, before anything is filled in.</summary>
    /// <param name="known">The names that this mail may use.</param>
    public static IEnumerable<Refusal> Findings(MailWording wording, IReadOnlyCollection<string> known)
    {
        if (string.IsNullOrWhiteSpace(wording.Subject) || wording.Subject.Length > MailWording.LongestSubject || wording.Subject.Any(char.IsControl))
        {
            yield return new Refusal("mail-subject", $"件名を1行、{MailWording.LongestSubject}字までで入力してください。", "Subject");
        }

        if (string.IsNullOrWhiteSpace(wording.Body) || wording.Body.Length > MailWording.LongestBody)
        {
            yield return new Refusal("mail-body", $"本文を{MailWording.LongestBody}字までで入力してください。", "Body");
        }

        if (Write(wording, []) is null)
        {
            yield return Broken;
        }

        var unknown = Placeholders.Of(wording).Except(known, StringComparer.Ordinal).ToList();

        if (unknown.Count > 0)
        {
            yield return new Refusal("mail-placeholder-unknown", $"差し込み {Quoted(unknown)} はこのメールにはありません。使えるのは {string.Join('、', known.Select(MarkWords.Mark))} です。", "Body");
        }

        if (known.Contains("link", StringComparer.Ordinal) && !Placeholders.Of(wording).Contains("link", StringComparer.Ordinal))
        {
            yield return new Refusal("mail-link-missing", "差し込み {{link}} がありません。受け取った人が答える場所を開けるように、本文に入れてください。", "Body");
        }
    }

    private static Refusal Broken => new("mail-template-broken", "差し込みの書き方が正しくありません。{{ と }} の対、{{#if …}} と {{/if}} の対を確かめてください。", "Body");

    private static MailText? Write(MailWording wording, Dictionary<string, object?> words) =>
        ReadyWording.Fill(wording, words) is var (subject, body) ? new MailText(OneLine(subject), body) : null;

    private static string OneLine(string subject) =>
        string.Join(' ', string.Concat(subject.Select(static c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Quoted(IEnumerable<string> names) => string.Join('、', names.Select(static name => $"{{{{{name}}}}}"));
}

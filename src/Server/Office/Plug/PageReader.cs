using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.People;

namespace OfficeWorkflow.Server.Office.Plug;

/// <summary>Reads what people typed into a hand-written page form and gathers everything that is wrong with it.</summary>
internal sealed class PageReader
{
    private const int LongestLine = 200;
    private const int LongestText = 4_000;

    private readonly List<Refusal> wrong = [];

    public bool IsWrong => wrong.Count > 0;

    /// <summary>All that is wrong as one refusal. Ask only when <see cref="IsWrong"/>.</summary>
    public Refusal Refusal => wrong[0] with { Others = wrong[1..] };

    public void RefuseIf(bool isWrong, string code, string reason, string field)
    {
        if (isWrong)
        {
            wrong.Add(new Refusal(code, reason, field));
        }
    }

    public string? Line(string? typed, string field, string label) => Text(typed, field, label, LongestLine);

    public string? Text(string? typed, string field, string label) => Text(typed, field, label, LongestText);

    public string Required(string? typed, string field, string label)
    {
        var text = Line(typed, field, label);
        RefuseIf(text is null, "required", $"「{label}」を入力してください。", field);
        return text ?? string.Empty;
    }

    public DateOnly? Day(string? typed, string field, string label)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var day = TypedText.Day(typed);
        RefuseIf(day is null, "not-a-date", $"「{label}」の日付が読めません。例: 令和8年3月26日、R8.3.26、2026/3/26", field);
        return day;
    }

    public DateOnly RequiredDay(string? typed, string field, string label)
    {
        RefuseIf(string.IsNullOrWhiteSpace(typed), "required", $"「{label}」を入力してください。", field);
        return Day(typed, field, label) ?? default;
    }

    public decimal? Number(string? typed, string field, string label)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var number = TypedText.Number(typed);
        RefuseIf(number is null or < 0, "not-a-number", $"「{label}」は0以上の数で入力してください。例: 22、1.5", field);
        return number;
    }

    public string? Mail(string? typed, string field)
    {
        var mail = Line(typed, field, "メールアドレス");
        RefuseIf(mail is not null && !MailAddressText.IsAddress(mail), "not-an-address", "「メールアドレス」の形が正しくありません。例: name@example.jp", field);
        return mail;
    }

    public TEnum Choice<TEnum>(string? typed, string field, string label)
        where TEnum : struct, Enum
    {
        var isKnown = Enum.TryParse<TEnum>(typed, ignoreCase: false, out var value) && Enum.IsDefined(value);
        RefuseIf(!isKnown, "not-an-option", $"「{label}」を一覧から選んでください。", field);
        return value;
    }

    /// <summary>The id of a row that the form offered.</summary>
    public Guid? Id(string? typed, IEnumerable<Guid> offered, string field, string label)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }

        var isKnown = Guid.TryParse(typed, out var id) && offered.Contains(id);
        RefuseIf(!isKnown, "not-an-option", $"「{label}」を一覧から選んでください。", field);
        return isKnown ? id : null;
    }

    private string? Text(string? typed, string field, string label, int longest)
    {
        var text = TypedText.Clean(typed ?? string.Empty).Trim();
        RefuseIf(text.Length > longest, "too-long", $"「{label}」は{longest}文字までです。", field);
        return text.Length == 0 ? null : text;
    }
}

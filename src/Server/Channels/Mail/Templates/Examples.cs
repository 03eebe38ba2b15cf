using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>Fills a wording in with examples: each name that is not known stands for itself, so that one sees where it goes.</summary>
internal static class Examples
{
    /// <param name="known">What is known already; a link never is, for it belongs to its recipient.</param>
    public static MailText? Fill(MailWording wording, Value.Record known) =>
        (FillIn.Of(wording, Data(wording, known)) as Outcome<MailText>.Done)?.Value;

    private static Value.Record Data(MailWording wording, Value.Record known) =>
        Placeholders.Of(wording).Aggregate(known, (data, name) => name is not "link" && known[name] is not Value.Nothing ? data : data.With(name, ValueOf(name, wording)));

    private static Value ValueOf(string name, MailWording wording) => name switch
    {
        "link" => Value.Of("https://example.jp/g/example"),
        _ when Placeholders.Items(wording).TryGetValue(name, out var items) => Value.Of(Item(name, items), Item(name, items)),
        _ when Placeholders.Fields(wording, name) is { Count: > 0 } fields => Item(name, fields),
        _ => Value.Of(Example(name)),
    };

    private static Value Item(string name, IReadOnlyList<string> fields) => fields.Count == 0
        ? Value.Of(Example(name))
        : fields.Aggregate(Value.Record.Empty, static (item, field) => item.With(field, Value.Of(Example(field))));

    private static string Example(string name) => $"【{MarkWords.Of(name)}】";
}

using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

/// <summary>
/// Checks the forms and wordings that a procedure brings itself. A form of the product that an act stands behind may be given more
/// questions, but keeps those that the act, and so the law, needs.
/// </summary>
public static class CheckOwn
{
    public static IEnumerable<Finding> Check(Process process, FormLibrary forms) =>
    [
        .. process.Forms.SelectMany(own => Form(own.Key, own.Value, forms).Select(found => new Finding(found.Rule, Severity.Error, UserOf(process, "form", own.Key), found.Message, "手順の設定の「この様式を直す」で直してください。"))),
        .. process.Wordings.SelectMany(own => Wording(own.Value).Select(message => new Finding("own-wording-usable", Severity.Error, UserOf(process, "template", own.Key), message, "手順の設定の「この文面を直す」で直してください。"))),
    ];

    /// <summary>What keeps a form from being used under a key.</summary>
    public static IEnumerable<FormFinding> Form(string key, string definition, FormLibrary forms) => FormReader.Read(definition) switch
    {
        FormReading.Wrong wrong => wrong.Findings.Select(static found => found with { Rule = "own-form-readable" }),
        FormReading.Readable readable => Form(key, readable.Form, forms.Find(key)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<FormFinding> Form(string key, FormDefinition own, FormDefinition? shipped)
    {
        if (!string.Equals(own.Key, key, StringComparison.Ordinal) || !string.Equals(own.Act, shipped?.Act, StringComparison.Ordinal))
        {
            yield return new FormFinding("own-form-keeps-its-act", "", $"様式「{own.Title}」の記録のしかたが、元の様式と違います。元の様式から作り直してください。");
        }

        if (own.Fields.Count == 0)
        {
            yield return new FormFinding("own-form-asks-something", "", $"様式「{own.Title}」に欄がありません。欄を一つ以上足してください。");
        }

        foreach (var field in shipped is { Act: not null } ? Missing(own.Fields, shipped.Fields) : [])
        {
            yield return new FormFinding("own-form-keeps-its-fields", field.Key, $"様式「{own.Title}」の欄「{field.Label}」は、記録に要ります。消すことも、種類や必須を変えることもできません。");
        }
    }

    private static IEnumerable<FormField> Missing(IReadOnlyList<FormField> own, IReadOnlyList<FormField> shipped) =>
        from law in shipped
        let now = own.FirstOrDefault(field => string.Equals(field.Key, law.Key, StringComparison.Ordinal))
        where now is null || !Keeps(now, law) || Missing(now.Fields, law.Fields).Any()
        select law;

    private static bool Keeps(FormField now, FormField law) =>
        now.Type == law.Type && now.IsReadOnly == law.IsReadOnly && (now.IsRequired || !law.IsRequired) && string.Equals(now.When, law.When, StringComparison.Ordinal)
        && law.Options.All(option => now.Options.Any(one => string.Equals(one.Key, option.Key, StringComparison.Ordinal)));

    /// <summary>What keeps a wording from being used, a sentence each.</summary>
    public static IEnumerable<string> Wording(string text)
    {
        try
        {
            var wording = MailWording.Read(text);
            return FillIn.Findings(wording, Placeholders.Of(wording)).Select(static refusal => refusal.Reason);
        }
        catch (FormatException)
        {
            return ["文面の最初の行は「件名: …」にしてください。"];
        }
    }

    /// <summary>The step that uses it, to say it there; null for the procedure as a whole.</summary>
    private static string? UserOf(Process process, string input, string key) => process.Nodes.OfType<Activity>().FirstOrDefault(node => BindingOf(node)?.Input(input)?.Constant is Value.Text named && string.Equals(named.Content, key, StringComparison.Ordinal))?.Id;

    private static StepBinding? BindingOf(Activity node) => node switch
    {
        UserTask task => task.Binding,
        ManualTask task => task.Binding,
        SendTask task => task.Binding,
        ServiceTask task => task.Binding,
        _ => null,
    };
}

using System.Globalization;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Trying;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying;

/// <summary>The real form of a step as a trial run asks it: options that only records would give are samples, and no file is uploaded.</summary>
internal static class TrialForms
{
    private static readonly FormOption[] Samples = [new("sample-1", "見本1"), new("sample-2", "見本2")];

    public static FormDefinition Of(FormDefinition form) => form with { Fields = [.. form.Fields.Select(Of)] };

    public static FormContext Context(Trial trial, TrialCase file, Wait.ForWork wait, FormDefinition form, TrialGround ground) => new(
        form,
        Options(form, ground.People),
        Work.WorkDesk.VariablesOf(file.State!, wait.Id),
        new(trial.Now, ground.Calendar));

    /// <summary>Every field filled in by something that fits, so that a person changes only what matters.</summary>
    public static FormTyped Fill(FormContext context, DateOnly today)
    {
        var typed = FormTyped.Empty;
        foreach (var field in context.Form.Fields)
        {
            if (field.Type is not FieldType.Rows)
            {
                typed = Fill(typed, context, field, field.Key, group: null, today);
                continue;
            }

            var rows = Math.Clamp(field.LeastRows, 0, FormTyped.MostRows);
            typed = typed.With(field.Key + FormTyped.RowsPart, rows.ToString(CultureInfo.InvariantCulture));
            typed = Enumerable.Range(0, rows).Aggregate(typed, (known, row) => field.Fields.Aggregate(
                known, (one, inner) => Fill(one, context, inner, FormTyped.RowName(field.Key, row, inner.Key), field.Key, today)));
        }

        return typed;
    }

    private static FormField Of(FormField field) => field.Type is FieldType.File
        ? field with { Type = FieldType.Text, Help = "試行ではファイルを選ばず、名前だけを書きます。" }
        : field with { Fields = [.. field.Fields.Select(Of)], Options = NeedsSamples(field) ? Samples : field.Options };

    private static bool NeedsSamples(FormField field) => field.Type is FieldType.Choice or FieldType.Choices && field.Options.Count == 0;

    private static Dictionary<string, IReadOnlyList<FormOption>> Options(FormDefinition form, IReadOnlyList<FormOption> people)
    {
        var options = new Dictionary<string, IReadOnlyList<FormOption>>(StringComparer.Ordinal);
        foreach (var field in form.Fields)
        {
            Offer(field, field.Key);
            foreach (var inner in field.Fields)
            {
                Offer(inner, $"{field.Key}.{inner.Key}");
            }
        }

        return options;

        void Offer(FormField field, string name)
        {
            if (field.Type is FieldType.Person)
            {
                options[name] = people;
            }
        }
    }

    private static FormTyped Fill(FormTyped typed, FormContext context, FormField field, string name, string? group, DateOnly today) => field.Type switch
    {
        FieldType.Text or FieldType.LongText => typed.With(name, Short("見本", field.MaxLength)),
        FieldType.Number => typed.With(name, (field.Min ?? Math.Min(1, field.Max ?? 1)).ToString(CultureInfo.InvariantCulture)),
        FieldType.YesNo => typed.With(name, "true"),
        FieldType.Date => typed.With(name, JapaneseEra.Date(today)),
        FieldType.Time => typed.With(name, "10:00"),
        FieldType.Moment => typed.With(name, JapaneseEra.Date(today)).With(name + FormTyped.TimePart, "10:00"),
        FieldType.Choice or FieldType.Person when context.OptionsOf(field, group) is [var first, ..] => typed.With(name, first.Key),
        FieldType.Choices when field.IsRequired && context.OptionsOf(field, group) is [var first, ..] => typed.With(name, first.Key),
        _ => typed,
    };

    private static string Short(string text, int? most) => most < text.Length ? text[..most.Value] : text;
}

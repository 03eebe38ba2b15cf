using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>A work item with everything that its page and its end need.</summary>
/// <param name="Act">What prefills the form and keeps what is entered; null when the values only go to the case.</param>
/// <param name="People">Who works in the office, for fields that choose one.</param>
public sealed record WorkAtHand(
    WorkItem Item,
    CaseFile File,
    CaseState State,
    Process Process,
    FormDefinition Form,
    FormAct? Act,
    ActContext Context,
    WorkCalendar Calendar,
    IReadOnlyList<FormOption> People)
{
    /// <summary>Roles that the law or the trade reserves the act to; empty for no restriction.</summary>
    public IReadOnlyList<string> ReservedTo => Act?.ReservedTo ?? [];

    public FormContext Asking(FormPrefill prefill)
    {
        var options = new Dictionary<string, IReadOnlyList<FormOption>>(prefill.Options, StringComparer.Ordinal);
        foreach (var field in Form.Fields)
        {
            Offer(options, field, field.Key);
            foreach (var inner in field.Fields)
            {
                Offer(options, inner, $"{field.Key}.{inner.Key}");
            }
        }

        return new FormContext(Form, options, Context.Variables, new EvaluationMoment(Context.At, Calendar));
    }

    private void Offer(Dictionary<string, IReadOnlyList<FormOption>> options, FormField field, string name)
    {
        if (field.Type is FieldType.Person)
        {
            options.TryAdd(name, People);
        }
    }
}

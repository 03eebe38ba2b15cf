using System.Text.Json.Nodes;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Work.Api;

/// <summary>A work item with all that is needed to finish it.</summary>
/// <param name="Values">What the form begins with: the caller's draft, else what the act knows; null while the caller cannot fill it.</param>
/// <param name="NotNow">Why the caller cannot do it now; null when they can.</param>
/// <param name="Returns">Where it can be sent back to.</param>
/// <param name="Quorum">How many of several who do the same suffice; null for work that one person does alone.</param>
internal sealed record OneWorkJson(WorkJson Work, JsonNode? Values, IReadOnlyList<FormFact> Facts, OneWorkJson.Reason? NotNow, IReadOnlyList<Option> Returns, Quorum? Quorum)
{
    internal sealed record Reason(string Code, string Sentence);

    public static OneWorkJson Of(WorkJson work, ShowWork.Model model, IReadOnlyList<Option> returns) => new(
        work.Form is { } form && model.Sheet is { } sheet
            ? work with { Form = FormJson.Of(model.Form, form.ReservedTo, sheet.Context.OptionsOf) }
            : work,
        model.Sheet is { } filled ? JsonValues.Write(AnswerReader.Read(filled.Context, filled.Typed).Values) : null,
        model.Facts,
        model.No is { } no ? new Reason(no.Code, no.Reason) : null,
        returns,
        model.Quorum);
}

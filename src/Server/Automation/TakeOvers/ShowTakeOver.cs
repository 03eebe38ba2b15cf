using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.TakeOvers;

/// <summary>The page on which a case begins in the middle: for whom, which procedure, from where, and what was done before.</summary>
public static class ShowTakeOver
{
    public sealed record Step(string NodeId, string Name, string? Role);

    /// <param name="Steps">Null until for whom, what and from where are chosen.</param>
    public sealed record Model(
        TakeOverForm Form,
        string Noun,
        IReadOnlyList<Option> Subjects,
        IReadOnlyList<Option> Procedures,
        IReadOnlyList<Option> Places,
        IReadOnlyList<Step>? Steps,
        FormSheet? Values,
        IReadOnlyList<Refusal> Refusals)
    {
        public string? PlaceName => Places.FirstOrDefault(place => string.Equals(place.Key, Form.Place, StringComparison.Ordinal))?.Label;
    }

    internal static async Task<Model> HandleAsync(
        TakeOverForm form, IReadOnlyList<Refusal> refusals, Viewer viewer, OfficeDb db, TakeOverDesk desk, CancellationToken stop)
    {
        var procedures = await desk.ProceduresAsync(db, stop);
        var isOffered = procedures.Any(option => string.Equals(option.Key, form.Procedure, StringComparison.Ordinal));
        var process = isOffered ? await desk.ProcessAsync(form.Procedure, viewer.OfficeId, db, stop) : null;
        var places = process is null ? [] : PlacesOf(process);
        var place = places.FirstOrDefault(option => string.Equals(option.Key, form.Place, StringComparison.Ordinal))?.Key;
        var isWhole = process is not null && place is not null && await desk.NameAsync(form.Subject, db, stop) is not null;

        return new Model(
            form, desk.Subjects.Noun, await desk.Subjects.AllAsync(db, stop), procedures, places,
            isWhole ? [.. TakeOverDesk.StepsBefore(process!, place!).Select(static step => new Step(step.Id, step.Label, step.Role))] : null,
            isWhole ? await SheetAsync(process!, place!, form, refusals, viewer, db, desk, stop) : null,
            refusals);
    }

    internal static IReadOnlyList<Option> PlacesOf(Process process) =>
        [.. TakingOver.Places(process).Select(static place => new Option(place.Id, place is ServiceTask or SendTask ? $"{place.Label}（自動）" : place.Label))];

    private static async Task<FormSheet?> SheetAsync(
        Process process, string place, TakeOverForm form, IReadOnlyList<Refusal> refusals, Viewer viewer, OfficeDb db, TakeOverDesk desk, CancellationToken stop)
    {
        var asked = desk.ValuesAsked(process, place);

        return asked.Fields.Count == 0
            ? null
            : new FormSheet(await desk.AskingAsync(asked, viewer.OfficeId, db, stop), form.Values, "/cases/taking-over") { Refusals = refusals };
    }
}

using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.TakeOvers;

/// <summary>Lays out a procedure for beginning in the middle: its places, what lies before each, and what must be known there.</summary>
public sealed class TakeOverDesk(
    ProcedureLibrary library, FormLibrary forms, SubjectList subjects, CaseSubject subject, OfficeCalendars calendars, TimeProvider clock)
{
    public SubjectList Subjects => subjects;

    public CaseSubject Subject => subject;

    public TimeProvider Clock => clock;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IReadOnlyList<Option>> ProceduresAsync(OfficeDb db, CancellationToken stop) =>
        await ChooseStart.StartableAsync(db, library, stop);

    /// <returns>Null when the office has no such procedure.</returns>
    public async Task<Process?> ProcessAsync(string? key, Guid officeId, OfficeDb db, CancellationToken stop) =>
        key is not null && await ProcedureLibrary.CurrentAsync(db, officeId, key, CivilTime.DayOf(Now, WorkCalendar.Tokyo), stop) is { } version
            ? await library.ProcessAsync(db, version.Id, stop)
            : null;

    /// <summary>Steps that people do or that another procedure does: what a person can say of the past.</summary>
    public static IReadOnlyList<Activity> StepsBefore(Process process, string place) =>
        [.. TakingOver.Before(process, place).Where(static step => step is UserTask or ManualTask or CallActivity or ReceiveTask or SubProcess)];

    /// <summary>What kind of step it is.</summary>
    public static string KindOf(Activity step) => step switch
    {
        UserTask task => FormOf(task.Binding) ?? task.Id,
        CallActivity call => call.Procedure,
        ServiceTask { Binding: { } binding } => binding.Type,
        SendTask { Binding: { } binding } => binding.Type,
        _ => step.Id,
    };

    /// <summary>The values that the steps before would have asked of a person and that are read from the place on.</summary>
    public FormDefinition ValuesAsked(Process process, string place)
    {
        var read = TakingOver.Reads(process, place);
        var fields = from step in StepsBefore(process, place)
                     from field in forms.Find(KindOf(step))?.Fields ?? []
                     where read.Contains(field.Key) && field.Type is not (FieldType.Rows or FieldType.File)
                     select field with { IsRequired = true, When = null };

        return new FormDefinition("take-over", "引き継ぐ値") { Fields = [.. fields.DistinctBy(static field => field.Key, StringComparer.Ordinal)] };
    }

    public async Task<FormContext> AskingAsync(FormDefinition asked, Guid officeId, OfficeDb db, CancellationToken stop) => new(
        asked,
        new Dictionary<string, IReadOnlyList<FormOption>>(StringComparer.Ordinal),
        Value.Record.Empty,
        new EvaluationMoment(Now, await calendars.OfAsync(db, officeId, stop)));

    /// <summary>The constants that a called procedure would have been given; what reads variables is left out.</summary>
    public static Value.Record Given(Activity step) => step is not CallActivity call
        ? Value.Record.Empty
        : call.Mapping.Inputs
            .Where(static input => input.Formula.Expression is { Names.IsEmpty: true })
            .Aggregate(
                Value.Record.Empty,
                static (given, input) => given.With(
                    input.Target, input.Formula.Expression!.Evaluate(static _ => null, new EvaluationMoment(DateTimeOffset.UnixEpoch, WorkCalendar.WeekdaysInTokyo)).Value));

    /// <summary>The name of the subject as lists have it, or null when no case may be about it.</summary>
    public async Task<string?> NameAsync(string? id, OfficeDb db, CancellationToken stop) =>
        (await subjects.AllAsync(db, stop)).FirstOrDefault(option => string.Equals(option.Key, id, StringComparison.Ordinal))?.Label;

    private static string? FormOf(StepBinding? binding) => binding?.Input("form")?.Constant is Value.Text { Content: var key } ? key : null;
}

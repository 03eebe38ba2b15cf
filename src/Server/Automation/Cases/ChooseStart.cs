using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>A person chooses what to start, and for whom.</summary>
public static class ChooseStart
{
    public sealed record Form
    {
        public string? Procedure { get; init; }

        public string? Subject { get; init; }
    }

    public sealed record Model(Form Form, string Noun, IReadOnlyList<Option> Procedures, IReadOnlyList<Option> Subjects, bool MayTakeOver, IReadOnlyList<Refusal> Refusals);

    public static async Task<Model> ShowAsync(
        Form form, IReadOnlyList<Refusal> refusals, Viewer viewer, OfficeDb db, SubjectList subjects, ProcedureLibrary library, CancellationToken stop) =>
        new(form, subjects.Noun, await StartableAsync(db, library, stop), await subjects.AllAsync(db, stop), Policies.Names[Policies.Lead].Any(viewer.Has), refusals);

    public static async Task<Outcome<CaseFile>> HandleAsync(
        Form form, OfficeDb db, CaseSubject subject, SubjectList subjects, Beginning beginning, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(form.Procedure))
        {
            return new Refusal("procedure-missing", "始める手続きを選んでください。", "procedure");
        }

        var chosen = (await subjects.AllAsync(db, stop)).FirstOrDefault(option => string.Equals(option.Key, form.Subject, StringComparison.Ordinal));
        if (chosen is null)
        {
            return new Refusal("subject-missing", $"{subjects.Noun}を選んでください。", "subject");
        }

        var variables = Value.Record.Empty
            .With(subject.IdVariable, Value.Of(chosen.Key))
            .With(subject.LabelVariable, Value.Of(chosen.Label));

        return await StartCase.HandleAsync(form.Procedure, chosen.Key, variables, db, beginning, stop);
    }

    /// <summary>Published procedures in use that a person can begin, and that are no part of another that a person begins.</summary>
    internal static async Task<IReadOnlyList<Option>> StartableAsync(OfficeDb db, ProcedureLibrary library, CancellationToken stop)
    {
        var retirements = db.Retirements;
        var procedures = await db.Procedures.AsNoTracking().Where(row => row.LastVersion > 0 && !retirements.Any(retired => retired.ProcedureKey == row.Key)).OrderBy(static row => row.Key).ToListAsync(stop);
        var startable = new List<Option>();
        var called = new HashSet<string>(StringComparer.Ordinal);
        foreach (var procedure in procedures)
        {
            var version = await db.ProcedureVersions
                .Where(row => row.Key == procedure.Key && row.Number == procedure.LastVersion)
                .Select(static row => row.Id)
                .SingleAsync(stop);
            var process = await library.ProcessAsync(db, version, stop);
            if (process.TimerStarts.IsEmpty)
            {
                called.UnionWith(process.Calls.Select(static call => call.Procedure));
                startable.Add(new Option(procedure.Key, procedure.Name));
            }
        }

        return startable.FindAll(option => !called.Contains(option.Key));
    }
}

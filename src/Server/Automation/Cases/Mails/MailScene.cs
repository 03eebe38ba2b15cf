using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases.Mails;

/// <summary>Procedures that send a mail, and what their cases would fill in.</summary>
internal sealed class MailScene(ProcedureLibrary library, OfficeCalendars calendars, TimeProvider clock) : TemplateScene
{
    private const int MostCases = 20;

    public override async Task<IReadOnlyList<Option>> UsedInAsync(OfficeDb db, string key, CancellationToken stop)
    {
        var uses = new List<Option>();
        foreach (var procedure in await db.Procedures.AsNoTracking().OrderBy(static row => row.Name).ToListAsync(stop))
        {
            var version = await ProcedureLibrary.CurrentAsync(db, procedure.OfficeId, procedure.Key, JapaneseEra.DayInTokyo(clock.GetUtcNow()), stop);
            var steps = version is null ? [] : Sending(await library.ProcessAsync(db, version.Id, stop), key).Select(static node => node.Label).ToList();
            if (steps.Count > 0)
            {
                uses.Add(new Option(procedure.Key, $"{procedure.Name}(「{string.Join("」「", steps)}」)"));
            }
            else if (string.Equals(ShippedMails.ProcedureOf(key), procedure.Key, StringComparison.Ordinal))
            {
                uses.Add(new Option(procedure.Key, procedure.Name));
            }
        }

        return uses;
    }

    public override async Task<IReadOnlyList<Option>> CasesAsync(OfficeDb db, string key, CancellationToken stop)
    {
        var procedures = (await UsedInAsync(db, key, stop)).Select(static use => use.Key).ToList();
        return await db.Cases.AsNoTracking()
            .Where(file => procedures.Contains(file.ProcedureKey))
            .OrderByDescending(static file => file.StartedAt)
            .Take(MostCases)
            .Select(static file => new Option(file.Id.ToString(), (file.SubjectLabel ?? "") + " " + file.ProcedureName))
            .ToListAsync(stop);
    }

    public override async Task<Value.Record?> DataAsync(OfficeDb db, Guid caseId, string key, DateTimeOffset at, CancellationToken stop)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(file => file.Id == caseId, stop) is not { } file)
        {
            return null;
        }

        var variables = CaseFormat.Read(file.State).Variables;
        var moment = new EvaluationMoment(at, await calendars.OfAsync(db, file.OfficeId, stop));
        var process = await library.ProcessAsync(db, file.VersionId, stop);
        var inputs = Sending(process, key).FirstOrDefault() is { } step ? BindingOf(step)!.Inputs : [];

        return inputs.Aggregate(variables, (data, input) => data.With(input.Name, ValueOf(input, variables, moment)));
    }

    public override async Task<string> AddressOfAsync(OfficeDb db, Guid personId, CancellationToken stop) =>
        await db.People.Where(person => person.Id == personId).Select(static person => person.Mail).SingleAsync(stop);

    private static Value ValueOf(StepInput input, Value.Record variables, EvaluationMoment moment) =>
        input.Formula is { } formula ? formula.Expression?.Evaluate(name => variables[name], moment).Value ?? Value.None : input.Constant;

    private static IEnumerable<FlowNode> Sending(Process process, string key) =>
        process.Nodes.Where(node => BindingOf(node)?.Input("template")?.Constant is Value.Text template && string.Equals(template.Content, key, StringComparison.Ordinal));

    private static StepBinding? BindingOf(FlowNode node) => node switch
    {
        SendTask task => task.Binding,
        ServiceTask task => task.Binding,
        _ => null,
    };
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Tests.Office;

/// <summary>The shipped procedures, run for case A by the people of the office through the forms of their work.</summary>
internal sealed class ShippedStory(CircleOfA circle, Cases cases)
{
    private readonly HashSet<string> given = new(StringComparer.Ordinal);
    private int operations;

    public CircleOfA Circle => circle;

    public Cases Cases => cases;

    public static async Task<ShippedStory> InAsync(RunningOffice office, DateTimeOffset at)
    {
        office.Clock.MoveTo(at);
        var circle = await CircleOfA.InAsync(office);
        await using var db = circle.Db();
        await office.Services.GetRequiredService<SeedBuiltIns>().HandleAsync(db, circle.OfficeId, CancellationToken.None);
        await OfficeWordings.SeedAsync(db, circle.OfficeId, at, CancellationToken.None);

        return new ShippedStory(circle, new Cases(office, circle.OfficeId));
    }

    public async Task<CaseFile> StartAsync(string procedure, params (string Key, Value Value)[] more)
    {
        var variables = CircleOfA.Values(
        [
            ("clientId", Value.Of(circle.Client.Id.ToString())), ("clientName", Value.Of(circle.Client.Name)), ("planId", Value.Of(circle.Plan.Id.ToString())), .. more,
        ]);
        given.UnionWith(variables.Fields.Keys);
        var file = await cases.StartAsync(procedure, variables.Fields);
        await circle.Running.DrainAsync();

        return file;
    }

    /// <summary>Time passes, and what falls due is done.</summary>
    public async Task UntilAsync(DateTimeOffset at)
    {
        circle.Running.Clock.MoveTo(at);
        await circle.Running.DrainAsync();
    }

    /// <summary>The specialist finishes the open work of this node: its form as it opens, changed as given.</summary>
    public async Task FinishAsync(string node, params (string Key, Value Value)[] values)
    {
        var viewer = new Viewer(circle.SpecialistX, "専門員X", circle.OfficeId, "相談支援事業所S", ["specialist", "clerk", "manager"]);
        await using var db = circle.Db();
        var item = await db.Work.AsNoTracking().FirstOrDefaultAsync(work => work.NodeId == node && work.EndedAt == null);
        Assert.True(item is not null, $"No open work at {node}; open: {await DoingAsync()}");
        var work = (await circle.Get<WorkDesk>().OpenAsync(item.Id, viewer, db, CancellationToken.None))!;
        var prefill = work.Act is null ? FormPrefill.Nothing : await work.Act.PrefillAsync(work.Context, CancellationToken.None);
        var typed = FormTyped.Of(work.Form, prefill.Values.With(CircleOfA.Values(values)));
        var answer = await FinishWork.HandleAsync(work, $"op-{++operations}", typed, viewer, db, circle.Get<CaseRunner>(), CancellationToken.None);
        answer.Done();
        await circle.Running.DrainAsync();
        await KnowsOnlyWhatTheCheckKnowsAsync();
    }

    /// <summary>Nodes of all open work of the office.</summary>
    public async Task<string> DoingAsync()
    {
        await using var db = circle.Db();
        var nodes = await db.Work.Where(static work => work.EndedAt == null).Select(static work => work.NodeId).ToListAsync();

        return string.Join(' ', nodes.Order(StringComparer.Ordinal));
    }

    /// <summary>Every variable that a case really has is one that the check of a draft counts with, but for what the story itself began it with.</summary>
    private async Task KnowsOnlyWhatTheCheckKnowsAsync()
    {
        await using var db = circle.Db();
        var published = new List<Process>();
        foreach (var version in await db.ProcedureVersions.Select(static version => version.Id).ToListAsync())
        {
            published.Add(await circle.Get<ProcedureLibrary>().ProcessAsync(db, version, CancellationToken.None));
        }

        foreach (var file in await db.Cases.AsNoTracking().ToListAsync())
        {
            var process = await circle.Get<ProcedureLibrary>().ProcessAsync(db, file.VersionId, CancellationToken.None);
            var known = KnownVariables.Of(process, circle.Get<GivenVariables>().Of(process, published));
            Assert.NotNull(known);
            Assert.Empty(CaseFormat.Read(file.State).Variables.Fields.Keys.Except(known, StringComparer.Ordinal).Except(given, StringComparer.Ordinal));
        }
    }

    /// <summary>Templates of the mails so far, in order.</summary>
    public async Task<IReadOnlyList<string>> MailedAsync() => [.. (await circle.MailsAsync()).Select(static mail => mail.Template)];
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Automation.Work;

/// <summary>An office with one procedure of one work item and its people.</summary>
internal sealed class Desk(RunningOffice office, Cases cases)
{
    public Cases Cases => cases;

    /// <param name="inputs">Of the task, such as <c>form=test-visit</c>.</param>
    public static async Task<Desk> NewAsync(RunningOffice office, string inputs, string? role = null)
    {
        var desk = new Desk(office, await Cases.NewAsync(office));
        var drawing = new Bpmn("desk").Start().Work("task", inputs).Work("after").End().Path("start", "task", "after", "end");
        await desk.Cases.PublishAsync("desk", role is null ? drawing : drawing.Lane(role, "task"));
        return desk;
    }

    /// <summary>An office with a procedure of its own, which must be called <c>desk</c>.</summary>
    public static async Task<Desk> OfAsync(RunningOffice office, Func<Bpmn> drawing)
    {
        var desk = new Desk(office, await Cases.NewAsync(office));
        await desk.Cases.PublishAsync("desk", drawing());
        return desk;
    }

    public Task<Staff> JoinAsync(string role, string name = "職員") => Staff.JoinAsync(office, [role], cases.OfficeId, name);

    public async Task<WorkItem> StartAsync(string clientName = "利用者A")
    {
        var file = await cases.StartAsync("desk", KeyValuePair.Create("clientName", Value.Of(clientName)));
        await using var db = cases.Db();
        return await db.Work.AsNoTracking().SingleAsync(work => work.CaseId == file.Id && work.EndedAt == null);
    }

    public async Task<WorkItem> ReloadAsync(WorkItem item)
    {
        await using var db = cases.Db();
        return await db.Work.AsNoTracking().SingleAsync(work => work.Id == item.Id);
    }
}

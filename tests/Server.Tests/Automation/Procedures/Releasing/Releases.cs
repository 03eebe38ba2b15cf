using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Procedures.Releasing;

/// <summary>An office whose administrator changes the procedure <c>p</c>: a question with a reminder, and then more.</summary>
internal sealed record Releases(RunningOffice Office, Staff Administrator, ApiCaller Api, Cases Cases)
{
    private const string Form = "form=test-visit";

    public Browser Page => Administrator.Browser;

    public static async Task<Releases> OpenAsync(RunningOffice office)
    {
        var staff = await Staff.JoinAsync(office, [Roles.Administrator], name: "事務管理者A");
        return new Releases(office, staff, await ApiCaller.OfAsync(office, staff), new Cases(office, staff.OfficeId));
    }

    /// <param name="wait">How long the question waits before it is asked again.</param>
    /// <param name="more">Work that follows it, in order.</param>
    public static Bpmn Drawn(string wait, params string[] more) =>
        more.Aggregate(Asking(wait), static (drawing, id) => drawing.Work(id, Form))
            .Path(["start", "ask", .. more, "end"]).Path("remind", "hurry", "hurried").Lane(Roles.Specialist, ["ask", "hurry", .. more]);

    public Task<Staff> JoinAsync(string role, string name) => Staff.JoinAsync(Office, [role], Administrator.OfficeId, name);

    /// <summary>The shipped procedures are there.</summary>
    public async Task SeedAsync()
    {
        await using var db = Cases.Db();
        await Office.Services.GetRequiredService<SeedBuiltIns>().HandleAsync(db, Administrator.OfficeId, CancellationToken.None);
    }

    /// <summary>From now on a second person approves.</summary>
    public async Task NeedApprovalAsync()
    {
        await Page.GetAsync("/settings/approval");
        Assert.Equal(HttpStatusCode.Redirect, await Page.PostAsync("/settings/approval", ("NeedsApproval", "true")));
    }

    public async Task DraftAsync(Bpmn drawing) => Assert.Equal(HttpStatusCode.OK, (await Api.PutAsync("/api/v1/procedures/p/draft", drawing.ToString())).Status);

    /// <summary>Publishes the draft on the page.</summary>
    public async Task<HttpStatusCode> PublishAsync(string? startsOn = null)
    {
        await Page.GetAsync("/procedures/p/publish");
        return await Page.PostAsync("/procedures/p/publish", ("Note", "試し"), ("StartsOn", startsOn ?? ""));
    }

    /// <summary>Publishes a drawing and starts so many cases of it.</summary>
    public async Task<IReadOnlyList<CaseFile>> RunningAsync(Bpmn drawing, int cases)
    {
        await DraftAsync(drawing);
        Assert.Equal(HttpStatusCode.Redirect, await PublishAsync());
        var files = new List<CaseFile>();
        for (var at = 0; at < cases; at++)
        {
            files.Add(await Cases.StartAsync("p"));
            Office.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return files;
    }

    private static Bpmn Asking(string wait) => new Bpmn("p").Start().Work("ask", Form)
        .Boundary("remind", "ask", wait, isInterrupting: false).Work("hurry", Form).End().End("hurried");
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Procedures.Trying;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Procedures.Trying;

/// <summary>Somebody who sits at the designer of an office that has the shipped procedures.</summary>
internal sealed record TrialDesigner(Staff Staff)
{
    public Guid OfficeId => Staff.OfficeId;

    public static async Task<TrialDesigner> JoinAsync(RunningOffice office, string role)
    {
        var staff = await Staff.JoinAsync(office, [role]);
        await using var db = office.Db(new Scope.CaseOffice(staff.OfficeId));
        await office.Services.GetRequiredService<SeedBuiltIns>().HandleAsync(db, staff.OfficeId, CancellationToken.None);
        await staff.Browser.GetAsync("/work");
        return new TrialDesigner(staff);
    }

    public async Task<JsonElement> TryAsync(string key, string source, TrialScript script)
    {
        var (status, body) = await AskAsync(key, source, script);
        Assert.True(status is HttpStatusCode.OK, $"{status}: {body}");
        return body;
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(string key, string source, TrialScript script)
    {
        using var answer = await SendAsync($"/procedures/{key}/trial", new { source, script });
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.Ordinal) == true ? await answer.Content.ReadFromJsonAsync<JsonElement>() : default);
    }

    public async Task<(HttpStatusCode Status, string Html)> FormAsync(
        string key, string source, TrialScript script, string node, IReadOnlyDictionary<string, IReadOnlyList<string>>? entries)
    {
        using var answer = await SendAsync($"/procedures/{key}/trial/form", new { source, script, procedure = key, node, nth = 0, entries });
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    public async Task<HttpResponseMessage> SendAsync(string path, object body, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Add("RequestVerificationToken", Staff.Browser.ValueOf("__RequestVerificationToken"));
        return await Staff.Http.SendAsync(request);
    }

    /// <summary>Cases, work and mail of the office.</summary>
    public static async Task<int> RowsAsync(OfficeDb db) =>
        await db.Cases.CountAsync() + await db.Work.CountAsync() + await db.Outbox.CountAsync();
}

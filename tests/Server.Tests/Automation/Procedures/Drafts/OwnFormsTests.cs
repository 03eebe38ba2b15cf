using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Procedures;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Server.Tests.Automation.Procedures.Drafts;

public abstract class OwnFormsTests(RunningOffice office)
{
    private const string Own = """{ "key": "approval", "title": "独自の承認", "fields": [{ "key": "approval", "type": "choice", "label": "結果", "isRequired": true, "options": [{ "key": "approved", "label": "承認" }] }, { "key": "stamp", "type": "text", "label": "押印した人" }] }""";

    [Fact]
    public async Task A_form_of_the_procedure_itself_is_what_its_cases_ask()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Administrator, Roles.Manager]);
        var cases = new Cases(office, staff.OfficeId);
        await PublishAsync(cases, Walk($"<office:form key=\"approval\">{Escaped(Own)}</office:form>"));
        var file = await cases.StartAsync("walk");
        await using var db = cases.Db();
        var work = await db.Work.SingleAsync(item => item.CaseId == file.Id);

        await staff.Browser.TakeAsync(work.Id);

        Assert.Contains("押印した人", staff.Browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("approval", Own, "")]
    [InlineData("approval", "{", "own-form-readable")]
    [InlineData("approval", """{ "key": "another", "title": "x", "fields": [{ "key": "a", "type": "text", "label": "A" }] }""", "own-form-keeps-its-act")]
    [InlineData("fresh", """{ "key": "fresh", "title": "x", "act": "Office.ConsentExplain", "fields": [{ "key": "a", "type": "text", "label": "A" }] }""", "own-form-keeps-its-act")]
    [InlineData("fresh", """{ "key": "fresh", "title": "x", "fields": [] }""", "own-form-asks-something")]
    public void What_keeps_an_own_form_from_being_used_is_found(string key, string definition, string rules) =>
        Assert.Equal(rules, string.Join(' ', CheckOwn.Form(key, definition, Forms).Select(static finding => finding.Rule)));

    [Fact]
    public void A9_A_form_that_an_act_stands_behind_may_ask_more_but_not_less()
    {
        var shipped = BuiltIns.All.Single(static procedure => procedure.Key == "consent").Forms["consent-explain"];
        var more = shipped.Replace("\"fields\": [", "\"fields\": [{ \"key\": \"interpreter\", \"type\": \"text\", \"label\": \"通訳\" },", StringComparison.Ordinal);
        var less = shipped.Replace("\"key\": \"signerName\"", "\"key\": \"signedBy\"", StringComparison.Ordinal);

        Assert.Empty(CheckOwn.Form("consent-explain", more, Forms));
        Assert.Equal(("own-form-keeps-its-fields", "signerName"), CheckOwn.Form("consent-explain", less, Forms).Select(static finding => (finding.Rule, finding.Place)).Single());
    }

    [Fact]
    public void What_is_wrong_with_an_own_form_or_wording_is_said_at_the_step_that_uses_it()
    {
        var process = Assert.Single(BpmnReader.Read(Walk("<office:form key=\"approval\">{</office:form><office:wording key=\"unused\">本文だけ</office:wording>")).Processes);

        Assert.Equal(
            [("own-form-readable", "visit"), ("own-wording-usable", null)],
            CheckOwn.Check(process, Forms).Select(static finding => (finding.Rule, finding.Element)));
    }

    [Fact]
    public async Task A_form_is_shown_as_it_will_be_asked_and_a_wording_as_it_will_be_read()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Administrator]);
        var cases = new Cases(office, staff.OfficeId);
        await PublishAsync(cases, Walk(""));
        var file = await cases.StartAsync("walk", KeyValuePair.Create("clientName", OfficeWorkflow.Workflows.Model.Value.Of("利用者𠮷")));
        var foreign = await Cases.NewAsync(office);
        await PublishAsync(foreign, Walk(""));
        var theirs = await foreign.StartAsync("walk", KeyValuePair.Create("clientName", OfficeWorkflow.Workflows.Model.Value.Of("よその人")));

        Assert.Contains("押印した人", await PostAsync(staff, "form-preview", new { key = "approval", definition = Own }), StringComparison.Ordinal);
        Assert.Equal("利用者𠮷さん\n", await MailAsync(staff, file.Id));
        Assert.Equal("【clientName】さん\n", await MailAsync(staff, theirs.Id));
        await using var db = cases.Db();
        Assert.Equal(1, await db.Audit.CountAsync(row => row.Act == "mail-previewed" && row.CaseId == file.Id));
    }

    private static async Task<string?> MailAsync(Staff staff, Guid caseId) =>
        JsonDocument.Parse(await PostAsync(staff, "mail-preview", new { wording = "件名: お知らせ\n{{clientName}}さん\n", caseId })).RootElement.GetProperty("text").GetString();

    private static async Task<string> PostAsync(Staff staff, string what, object body)
    {
        await staff.Browser.GetAsync("/procedures/walk/design");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/procedures/walk/{what}", UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Add("RequestVerificationToken", staff.Browser.ValueOf("__RequestVerificationToken"));
        using var answer = await staff.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private FormLibrary Forms => office.Services.GetRequiredService<FormLibrary>();

    private async Task PublishAsync(Cases cases, string source)
    {
        await using var db = cases.Db();
        var process = ProcedureLibrary.Find(source, "walk")!;
        await office.Services.GetRequiredService<Publishing>().AddAsync(
            db, new Publication(cases.OfficeId, source, "test", new DateOnly(2020, 1, 1), By: null), process, CancellationToken.None);
        await db.SaveChangesAsync();
    }

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text);

    private static string Walk(string own) => $$$"""
        <definitions id="file" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:elsa="https://elsaworkflows.io/schemas/bpmn/v1" xmlns:office="urn:officeworkflow:bpmn:1">
          <process id="walk" name="walk" isExecutable="true">
            <extensionElements>{{{own}}}</extensionElements>
            <startEvent id="start" />
            <userTask id="visit" name="visit">
              <extensionElements><elsa:activityBinding activityType="Office.Work"><elsa:input name="form">{"typeName":"String","expression":{"type":"Literal","value":"approval"}}</elsa:input></elsa:activityBinding></extensionElements>
            </userTask>
            <endEvent id="end" />
            <sequenceFlow id="a" sourceRef="start" targetRef="visit" />
            <sequenceFlow id="b" sourceRef="visit" targetRef="end" />
          </process>
        </definitions>
        """;

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : OwnFormsTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : OwnFormsTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

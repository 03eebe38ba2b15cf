using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Automation.Procedures.Releasing;
using OfficeWorkflow.Server.Tests.Automation.Procedures.Trying;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Procedures.Packages;

public abstract class PackageTests(RunningOffice office)
{
    private const string Foreign = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
          <bpmn:process id="Process_1" name="見学の受け付け" isExecutable="true">
            <bpmn:startEvent id="s" /><bpmn:userTask id="t" name="電話を受ける" camunda:assignee="x" /><bpmn:complexGateway id="g" name="混ぜる" /><bpmn:endEvent id="e" />
            <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="t" /><bpmn:sequenceFlow id="f2" sourceRef="t" targetRef="g" /><bpmn:sequenceFlow id="f3" sourceRef="g" targetRef="e" />
            <bpmn:textAnnotation id="n"><bpmn:text>Process_1 は昔の名前</bpmn:text></bpmn:textAnnotation>
          </bpmn:process>
        </bpmn:definitions>
        """;

    [Fact]
    public async Task A_procedure_goes_to_another_office_with_its_forms_wordings_and_trials_and_comes_back_the_same_bytes()
    {
        var release = await Releases.OpenAsync(office);
        await release.SeedAsync();
        var (kept, _) = await release.Api.SendAsync("/api/v1/procedures/consent/trials", new { name = "始まり", script = new { at = "2026-03-26T09:00", moves = Array.Empty<object>() } });
        Assert.Equal(HttpStatusCode.Created, kept);
        var package = await release.Administrator.Http.GetByteArrayAsync(new Uri("/procedures/consent/versions/1/package", UriKind.Relative));
        Assert.Equal(package, await release.Administrator.Http.GetByteArrayAsync(new Uri("/procedures/consent/versions/1/package", UriKind.Relative)));
        Assert.Equal(["forms/consent-explain.json", "mails/escalation-notice.hbs", "manifest.json", "procedure.bpmn", "trials/01.json"], Names(package).Where(static name => Shown.Contains(name)));

        var other = await Releases.OpenAsync(office);
        Assert.Equal(HttpStatusCode.OK, await LookAsync(other, package, "consent-1.zip"));
        Assert.Contains("試行「始まり」 検査として取り込みます", other.Page.Text, StringComparison.Ordinal);
        Assert.Contains("この事業所のものと同じです", other.Page.Text, StringComparison.Ordinal);
        await using var db = other.Cases.Db();
        Assert.False(await db.ProcedureDrafts.AnyAsync() || await db.SavedTrials.AnyAsync());

        Assert.Equal(HttpStatusCode.Redirect, await other.Page.PostAsync("/procedures/import/confirmation"));
        Assert.Equal("始まり", (await db.SavedTrials.SingleAsync()).Name);
        await using var first = release.Cases.Db();
        Assert.Equal((await first.ProcedureVersions.SingleAsync(static row => row.Key == "consent")).Source, (await db.ProcedureDrafts.SingleAsync()).Source);
    }

    [Fact]
    public async Task K12_Exchange_a_package_goes_to_a_fresh_install_where_its_own_trials_run_and_guard_its_versions()
    {
        var release = await Releases.OpenAsync(office);
        await release.SeedAsync();
        var changed = await SourceAsync(release);
        changed = changed.Replace("repeat working days(3, 3)", "repeat working days(4, 3)", StringComparison.Ordinal);
        await release.Api.PutAsync("/api/v1/procedures/consent/draft", changed);
        Assert.Equal(HttpStatusCode.Created, (await release.Api.SendAsync("/api/v1/procedures/consent/trials", new { name = "4営業日で催促", script = SavedTrialTests.Reminded })).Status);
        Assert.Equal(HttpStatusCode.Created, (await release.Api.SendAsync("/api/v1/procedures/consent/versions", new { note = "4営業日にした" })).Status);
        var package = await release.Administrator.Http.GetByteArrayAsync(new Uri("/procedures/consent/versions/2/package", UriKind.Relative));

        var install = Fresh();
        await install.InitializeAsync();
        try
        {
            var other = await Releases.OpenAsync(install);
            await other.SeedAsync();
            await LookAsync(other, package, "consent-2.zip");
            Assert.Equal(HttpStatusCode.Redirect, await other.Page.PostAsync("/procedures/import/confirmation"));

            var trial = Assert.Single((await other.Api.GetAsync("/api/v1/procedures/consent/trials")).GetProperty("items").EnumerateArray());
            Assert.Equal(("4営業日で催促", true), (trial.GetProperty("name").GetString(), trial.GetProperty("passes").GetBoolean()));
            await other.Api.PutAsync("/api/v1/procedures/consent/draft", changed.Replace("repeat working days(4, 3)", "repeat working days(5, 3)", StringComparison.Ordinal));
            var (stopped, _) = await other.Api.SendAsync("/api/v1/procedures/consent/versions", new { note = "5営業日にした" });
            await other.Api.PutAsync("/api/v1/procedures/consent/draft", changed);
            var (published, _) = await other.Api.SendAsync("/api/v1/procedures/consent/versions", new { note = "受け取った" });
            Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Created), (stopped, published));
            Assert.Equal(changed, await SourceAsync(other));
        }
        finally
        {
            await install.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_file_of_another_tool_is_told_construct_by_construct_and_only_its_key_is_changed()
    {
        var release = await Releases.OpenAsync(office);

        Assert.Equal(HttpStatusCode.OK, await LookAsync(release, Encoding.UTF8.GetBytes(Foreign), "visit.bpmn"));
        Assert.Contains("「混ぜる」", release.Page.Text, StringComparison.Ordinal);
        Assert.Contains("作業 1個 そのまま残します。設計の画面で、様式やすることを選ぶと動きます。", release.Page.Text, StringComparison.Ordinal);
        Assert.Contains("使えないもの：1 行", release.Page.Text, StringComparison.Ordinal);
        Assert.Contains("ほかのツールの設定(http://camunda.org/schema/1.0/bpmn) 1個", release.Page.Text, StringComparison.Ordinal);
        Assert.Contains("手続きのキー「visit」に変えます", release.Page.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await release.Page.PostAsync("/procedures/import/confirmation", ("Key", "kengaku")));
        Assert.Contains("手続きのキー「kengaku」に変えます", release.Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/import/confirmation"));

        await using var db = release.Cases.Db();
        var draft = await db.ProcedureDrafts.SingleAsync();
        Assert.Equal(("kengaku", Foreign.Replace("id=\"Process_1\"", "id=\"kengaku\"", StringComparison.Ordinal)), (draft.Key, draft.Source));
        Assert.Equal(HttpStatusCode.OK, await release.Page.GetAsync("/procedures/kengaku/design"));
    }

    [Fact]
    public async Task A_file_that_begins_with_a_byte_order_mark_is_given_its_key_like_any_other()
    {
        var release = await Releases.OpenAsync(office);

        Assert.Equal(HttpStatusCode.OK, await LookAsync(release, Encoding.UTF8.GetBytes('\uFEFF' + Foreign), "visit.bpmn"));
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/import/confirmation"));

        await using var db = release.Cases.Db();
        var draft = await db.ProcedureDrafts.SingleAsync();
        Assert.Equal(("visit", '\uFEFF' + Foreign.Replace("id=\"Process_1\"", "id=\"visit\"", StringComparison.Ordinal)), (draft.Key, draft.Source));
    }

    [Fact]
    public async Task A_draft_that_stood_there_is_kept_and_a_key_that_is_a_page_is_refused()
    {
        var release = await Releases.OpenAsync(office);
        await release.DraftAsync(Releases.Drawn("P3D"));
        var drawing = Encoding.UTF8.GetBytes(Releases.Drawn("P9D").ToString());
        await LookAsync(release, drawing, "p.bpmn");
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/import/confirmation"));

        await using var db = release.Cases.Db();
        Assert.Contains("P9D", (await db.ProcedureDrafts.SingleAsync()).Source, StringComparison.Ordinal);
        Assert.Contains("P3D", (await db.DraftCopies.SingleAsync()).Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await release.Page.GetAsync("/procedures/p/copies"));
        Assert.Contains("この下書きで続ける", release.Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await release.Page.GetAsync("/procedures/unknown/copies"));

        await LookAsync(release, drawing, "p.bpmn");
        await release.Page.PostAsync("/procedures/import/confirmation", ("Key", "import"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await release.Page.PostAsync("/procedures/import/confirmation"));
    }

    [Fact]
    public async Task L11_What_is_no_procedure_or_was_changed_on_the_way_is_refused_and_nothing_is_saved()
    {
        var release = await Releases.OpenAsync(office);
        await release.SeedAsync();
        var package = await release.Administrator.Http.GetByteArrayAsync(new Uri("/procedures/consent/versions/1/package", UriKind.Relative));
        var hostile = new (byte[] File, string Says)[]
        {
            ([], "選んでください"),
            (Encoding.Latin1.GetBytes("\u00ff\u00fe<a/>"), "UTF-8"),
            (Encoding.UTF8.GetBytes("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"), "取り込める手続きがありません"),
            (Encoding.UTF8.GetBytes("<a/>"), "取り込める手続きがありません"),
            (Encoding.UTF8.GetBytes("PK\u0003\u0004 not a zip"), "zip として読めません"),
            (Changed(package, "procedure.bpmn", static text => text.Replace("repeat working days(3, 3)", "repeat working days(1, 3)", StringComparison.Ordinal)), "中身が変わっています"),
            (Changed(package, "../../etc/x.json", static _ => "{}"), "ないはずのファイル"),
            (Changed(package, "forms/zeros.json", static _ => new string('0', 6_000_000)), "大きすぎます"),
        };

        foreach (var (file, says) in hostile)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await LookAsync(release, file, "x.zip"));
            Assert.Contains(says, release.Page.Text, StringComparison.Ordinal);
        }

        await using var db = release.Cases.Db();
        Assert.False(await db.ProcedureDrafts.AnyAsync());
        var specialist = await release.JoinAsync(Roles.Specialist, "専門員X");
        Assert.NotEqual(HttpStatusCode.OK, await specialist.Browser.GetAsync("/procedures/import"));
    }

    private static readonly string[] Shown = ["forms/consent-explain.json", "mails/escalation-notice.hbs", "manifest.json", "procedure.bpmn", "trials/01.json"];

    /// <summary>Another installation, with a database of its own.</summary>
    protected abstract RunningOffice Fresh();

    private static async Task<string> SourceAsync(Releases release)
    {
        await using var db = release.Cases.Db();
        return await db.ProcedureVersions.Where(static row => row.Key == "consent").OrderByDescending(static row => row.Number).Select(static row => row.Source).FirstAsync();
    }

    private static async Task<HttpStatusCode> LookAsync(Releases release, byte[] file, string name)
    {
        await release.Page.GetAsync("/procedures/import");
        return await release.Page.PostAsync("/procedures/import", [], ("file", name, file));
    }

    private static IReadOnlyList<string> Names(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return [.. zip.Entries.Select(static entry => entry.FullName)];
    }

    private static byte[] Changed(byte[] package, string path, Func<string, string> change)
    {
        using var bytes = new MemoryStream();
        bytes.Write(package);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var text = "";
            if (zip.GetEntry(path) is { } old)
            {
                using var reader = new StreamReader(old.Open());
                text = reader.ReadToEnd();
                reader.Close();
                old.Delete();
            }

            using var writer = new StreamWriter(zip.CreateEntry(path).Open());
            writer.Write(change(text));
        }

        return bytes.ToArray();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : PackageTests(office), IClassFixture<RunningOffice.OnSqlite>
    {
        protected override RunningOffice Fresh() => new RunningOffice.OnSqlite();
    }

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : PackageTests(office), IClassFixture<RunningOffice.OnPostgres>
    {
        protected override RunningOffice Fresh() => new RunningOffice.OnPostgres();
    }
}

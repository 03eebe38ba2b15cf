using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Tests.Automation.Procedures.Releasing;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Importing;

namespace OfficeWorkflow.Server.Tests.Automation.Procedures.Packages;

/// <summary>The reference models of the BPMN interchange group (MIWG): each is taken in, opened in the designer and written out again.</summary>
public abstract partial class InterchangeTests(RunningOffice office)
{
    private const string Key = "miwg";
    private static readonly XNamespace Bpmn20 = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    public static TheoryData<string> Models => Corpus.IsHere
        ? [.. Directory.GetFiles(Path.Combine(Corpus.Folder, "miwg", "Reference"), "*.bpmn").Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal)]
        : [];

    [CorpusTheory]
    [MemberData(nameof(Models))]
    public async Task Is_taken_in_opened_and_written_out_unchanged_but_for_the_key(string model)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Corpus.Folder, "miwg", "Reference", model));
        var process = ImportSurvey.Processes(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'))[0].Id;
        var release = await Releases.OpenAsync(office);

        await release.Page.GetAsync("/procedures/import");
        Assert.Equal(HttpStatusCode.OK, await release.Page.PostAsync("/procedures/import", [], ("file", model, bytes)));
        Assert.Equal(HttpStatusCode.OK, await release.Page.PostAsync("/procedures/import/confirmation", ("Key", Key)));
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/import/confirmation"));
        Assert.Equal(HttpStatusCode.OK, await release.Page.GetAsync($"/procedures/{Key}/design"));
        Assert.Contains($"/procedures/{Key}/publish/draft.bpmn", release.Page.Html, StringComparison.Ordinal);

        var written = await release.Administrator.Http.GetByteArrayAsync(new Uri($"/procedures/{Key}/publish/draft.bpmn", UriKind.Relative));
        Assert.Equal(bytes, Encoding.UTF8.GetBytes(ProcessId.Rename(Encoding.UTF8.GetString(written), Key, process)!));
    }

    [CorpusTheory]
    [InlineData("B.2.0.bpmn")]
    public async Task A2_The_page_has_one_row_for_each_element_that_is_not_run_and_nothing_is_saved(string model)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Corpus.Folder, "miwg", "Reference", model));
        var release = await Releases.OpenAsync(office);
        await release.Page.GetAsync("/procedures/import");
        Assert.Equal(HttpStatusCode.OK, await release.Page.PostAsync("/procedures/import", [], ("file", model, bytes)));
        var shown = ImportSurvey.Processes(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'))[0].Id;
        var tasks = 0;

        foreach (var process in XDocument.Parse(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF')).Descendants(Bpmn20 + "process"))
        {
            var id = process.Attribute("id")!.Value;
            // What the page shows at first is taken in when sent again; another choice is shown first.
            if (id != shown)
            {
                Assert.Equal(HttpStatusCode.OK, await release.Page.PostAsync("/procedures/import/confirmation", ("ProcessId", id)));
            }

            var refused = Refused(release.Page.Html);
            // A task of no kind is the element that B.2.0 uses most and that nobody can run.
            var plain = process.Descendants(Bpmn20 + "task").Select(static task => $"「{task.Attribute("name")!.Value}」").ToList();
            tasks += plain.Count;
            Assert.All(plain, name => Assert.Single(refused, row => row.What == name));
            Assert.All(refused, static row => Assert.NotEmpty(row.Sentence));
            Assert.Contains($"使えないもの：{refused.Count} 行", release.Page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(22, tasks);
        await using var db = release.Cases.Db();
        Assert.False(await db.ProcedureDrafts.AnyAsync() || await db.Procedures.AnyAsync());
    }

    private static IReadOnlyList<(string What, string Sentence)> Refused(string html) =>
        [.. Row().Matches(html.ReplaceLineEndings(" ")).Select(static row => (WebUtility.HtmlDecode(row.Groups["what"].Value), row.Groups["sentence"].Value))];

    [GeneratedRegex("使えない</span></td>\\s*<th scope=\"row\">(?<what>.*?)</th>\\s*<td[^>]*>(?<sentence>.*?)</td>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : InterchangeTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : InterchangeTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

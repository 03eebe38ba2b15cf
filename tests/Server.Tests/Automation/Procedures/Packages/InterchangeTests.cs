using System.Net;
using System.Text;
using OfficeWorkflow.Server.Tests.Automation.Procedures.Releasing;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Importing;

namespace OfficeWorkflow.Server.Tests.Automation.Procedures.Packages;

/// <summary>The reference models of the BPMN interchange group (MIWG): each is taken in, opened in the designer and written out again.</summary>
public abstract class InterchangeTests(RunningOffice office)
{
    private const string Key = "miwg";

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

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : InterchangeTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : InterchangeTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

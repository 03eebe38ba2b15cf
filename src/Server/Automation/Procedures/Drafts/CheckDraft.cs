using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Comparing;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

/// <summary>Whether a diagram could be published as the procedure of a key.</summary>
public sealed class CheckDraft(
    IEnumerable<Worker> workers, FormLibrary forms, ShippedProcedures shipped, ProcedureLibrary library, GivenVariables given)
{
    private const int LongestSource = 5_000_000;
    private const string WorkStep = "Office.Work";

    public async Task<DraftCheck> HandleAsync(string key, string source, OfficeDb db, CancellationToken stop)
    {
        if (source.Length > LongestSource || source.Contains('\0', StringComparison.Ordinal))
        {
            return new DraftCheck(null, [new Finding("file-is-bpmn", Severity.Error, null, "ファイルが大きすぎるか、BPMN の文書ではありません。", "BPMN 2.0 の XML を選んでください。")]);
        }

        var result = BpmnReader.Read(source);
        if (result.Processes.FirstOrDefault(process => string.Equals(process.Id, key, StringComparison.Ordinal)) is not { } process)
        {
            return new DraftCheck(null,
            [
                .. result.Findings,
                new Finding("process-has-the-key", Severity.Error, null, $"この図には手続き「{key}」(プロセスのID)がありません。", "プロセスのIDを手続きのキーと同じにしてください。"),
            ]);
        }

        return new DraftCheck(process,
        [
            .. result.Findings,
            .. Checker.Check(process, await CatalogueAsync(process, db, stop)),
            .. CheckOwn.Check(process, forms),
            .. Shipped(key) is { } original ? StatutorySteps.Check(key, original, source) : [],
        ]);
    }

    /// <summary>Ids of the steps that the law asks for: an office may neither take them out nor give them away.</summary>
    public IReadOnlyList<string> Locked(string key) => Shipped(key) is { } original ? StatutorySteps.Ids(original) : [];

    /// <summary>The procedure as the product ships it; null for one of the office's own.</summary>
    public string? Shipped(string key) => shipped.All.FirstOrDefault(procedure => string.Equals(procedure.Key, key, StringComparison.Ordinal))?.Source;

    private async Task<StepCatalogue> CatalogueAsync(Process process, OfficeDb db, CancellationToken stop)
    {
        var keys = await db.Procedures.Select(static procedure => procedure.Key).ToListAsync(stop);
        var published = await PublishedAsync(keys, db, stop);
        return new StepCatalogue(
            [WorkStep, .. workers.Select(static worker => worker.Type)],
            [.. forms.Keys, .. process.Forms.Keys],
            [process.Id, .. keys],
            [.. Roles.All.Select(static role => role.Key)])
        {
            Calls = published.ToImmutableDictionary(
                static procedure => procedure.Key,
                static procedure => procedure.Value.Calls.Select(static call => call.Procedure).ToImmutableHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal),
            Givers = given.Of(process, published.Values),
        };
    }

    /// <summary>By key, in the version of each that was published last.</summary>
    private async Task<Dictionary<string, Process>> PublishedAsync(List<string> keys, OfficeDb db, CancellationToken stop)
    {
        var published = new Dictionary<string, Process>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            var version = await db.ProcedureVersions
                .Where(row => row.Key == key)
                .OrderByDescending(static row => row.Number)
                .Select(static row => (Guid?)row.Id)
                .FirstOrDefaultAsync(stop);
            if (version is { } id)
            {
                published[key] = await library.ProcessAsync(db, id, stop);
            }
        }

        return published;
    }
}

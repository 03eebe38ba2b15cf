using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Comparing;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Procedures;

namespace OfficeWorkflow.Server.Automation.Procedures.Packages;

/// <summary>The forms, wordings and kept trials of this office, as texts of a package.</summary>
public sealed class PackageParts(ShippedProcedures shipped, TimeProvider clock)
{
    /// <summary>All that a procedure names and does not carry itself, and its trials.</summary>
    public async Task<ImmutableSortedDictionary<string, string>> OfAsync(Process process, OfficeDb db, CancellationToken stop)
    {
        var known = await AllAsync(db, stop);
        var uses = Uses.Of(process).Where(use => !IsOwn(process, use.Kind, use.Key)).Select(static use => PathOf(use.Kind, use.Key)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return known.Where(part => uses.Contains(part.Key)).Concat(await TrialsAsync(process.Id, db, stop)).ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    public async Task<IReadOnlyDictionary<string, string>> AllAsync(OfficeDb db, CancellationToken stop)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, text) in shipped.All.SelectMany(static procedure => procedure.Forms).Concat(BuiltIns.CommonForms))
        {
            parts.TryAdd($"{ProcedurePackage.Forms}{key}.json", text);
        }

        foreach (var wording in await OfficeWordings.AllAsync(db, db.Scope.Office ?? Guid.Empty, clock.GetUtcNow(), stop))
        {
            parts[$"{ProcedurePackage.Mails}{wording.Key}.hbs"] = $"{wording.Subject}\n\n{wording.Body}";
        }

        return parts;
    }

    private static async Task<IEnumerable<KeyValuePair<string, string>>> TrialsAsync(string key, OfficeDb db, CancellationToken stop)
    {
        var trials = await db.SavedTrials.AsNoTracking().Where(row => row.Key == key).OrderBy(static row => row.Name).ToListAsync(stop);
        return trials.Select(static (trial, place) => KeyValuePair.Create(
            string.Create(CultureInfo.InvariantCulture, $"{ProcedurePackage.Trials}{place + 1:00}.json"), PackagedTrial.Write(trial)));
    }

    private static bool IsOwn(Process process, WordKind kind, string key) => kind switch
    {
        WordKind.Form => process.Forms.ContainsKey(key),
        WordKind.Template => process.Wordings.ContainsKey(key),
        _ => false,
    };

    private static string? PathOf(WordKind kind, string key) => kind switch
    {
        WordKind.Form => $"{ProcedurePackage.Forms}{key}.json",
        WordKind.Template => $"{ProcedurePackage.Mails}{key}.hbs",
        _ => null,
    };
}

using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Ladders;

namespace OfficeWorkflow.Server.Automation.Procedures.Ladders;

/// <summary>What was typed, read against the last version.</summary>
/// <param name="Ladders">As they are drawn.</param>
/// <param name="Rungs">Those that change.</param>
/// <param name="Source">The text of the last version with the changed rungs.</param>
internal sealed record LadderChange(ProcedureVersion Last, ImmutableArray<Ladder> Ladders, ImmutableArray<Rung> Rungs, string Source)
{
    public static Refusal Overtaken => new(
        "published-by-another", "ほかの人が先にこの手続きを変えました。ページを開き直して、新しい版の数字を確かめてからやり直してください。", Kind: RefusalKind.Conflict);

    /// <param name="version">The version whose ladders were shown.</param>
    /// <param name="typed">The fields of the form, by name.</param>
    public static async Task<Outcome<LadderChange>> ReadAsync(string key, int version, IReadOnlyDictionary<string, string> typed, OfficeDb db, CancellationToken stop)
    {
        var last = await db.ProcedureVersions.AsNoTracking().Where(row => row.Key == key).OrderByDescending(static row => row.Number).FirstOrDefaultAsync(stop);
        if (last is null)
        {
            return new Refusal("procedure-unknown", "この手続きは見つかりません。一覧に戻って選び直してください。", Kind: RefusalKind.Unknown);
        }

        if (last.Number != version)
        {
            return Overtaken;
        }

        var ladders = LadderReader.Read(last.Source);
        var form = new LadderForm(typed);
        ImmutableArray<Rung> changed = [.. ladders.SelectMany(ladder => form.Read(ladder).Except(ladder.Rungs))];
        if (form.Refusal is { } wrong)
        {
            return wrong;
        }

        if (changed.IsEmpty)
        {
            return new Refusal("nothing-changed", "何も変わっていません。変えたいところの数字や相手を直してから保存してください。");
        }

        return LadderText.Change(last.Source, changed) is { } source
            ? new LadderChange(last, ladders, changed, source)
            : new Refusal("ladder-not-changeable", "この図の書き方では、ここから変えられません。手続きの図の画面でタイマーを直してください。");
    }
}

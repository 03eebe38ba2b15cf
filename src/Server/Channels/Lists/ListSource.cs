using System.Globalization;
using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Channels.Lists;

/// <summary>
/// One list of the office as rows of text, for whoever takes it away as a file: the columns and rows of its page, on all pages, narrowed by
/// the address of the page. Registered in the container; the one door of all lists is <see cref="ListRoutes"/>.
/// </summary>
internal abstract class ListSource
{
    /// <summary>How many rows a paged list reads at once.</summary>
    protected const int Batch = 1_000;

    /// <summary>The list in addresses.</summary>
    public abstract string Key { get; }

    /// <summary>What the file, its sheet and the audit call it.</summary>
    public abstract string Name { get; }

    /// <summary>The page that shows it.</summary>
    public abstract string Address { get; }

    /// <summary>Who may see its page.</summary>
    public virtual string Policy => StaffPolicies.Member;

    public abstract IReadOnlyList<string> Columns { get; }

    public abstract IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, CancellationToken stop);

    /// <summary>All pages of a list, one behind the other.</summary>
    protected static async IAsyncEnumerable<TRow> AllAsync<TRow>(
        Func<string?, Task<(IReadOnlyList<TRow> Rows, string? Next)>> page, [EnumeratorCancellation] CancellationToken stop)
    {
        string? after = null;
        do
        {
            stop.ThrowIfCancellationRequested();
            var (rows, next) = await page(after);
            foreach (var row in rows)
            {
                yield return row;
            }

            after = next;
        }
        while (after is not null);
    }

    // Spreadsheets sort and filter by western dates.
    protected static string Of(DateTimeOffset? at) => at is { } moment ? JapaneseEra.InTokyo(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";

    protected static string Of(DateOnly? on) => on?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    protected static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);
}

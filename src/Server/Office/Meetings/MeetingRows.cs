using System.Globalization;
using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;

namespace OfficeWorkflow.Server.Office.Meetings;

/// <summary>The office's meetings as a file.</summary>
internal sealed class MeetingRows(TimeProvider clock) : ListSource
{
    public override string Key => "meetings";

    public override string Name => "会議";

    public override string Address => "/meetings";

    public override IReadOnlyList<string> Columns { get; } = ["利用者", "回", "始まり", "終わり", "場所", "聞いた人数", "返事の数", "状態"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        var filter = new ListMeetings.Filter(asked.Text("q"), asked.Text("state"), asked.Id("client"), Page: null);
        await foreach (var row in AllAsync(after => PageAsync(filter, after, asked, stop), stop))
        {
            yield return
            [
                row.ClientName, Of(row.Round), Of(row.Chosen?.StartsAt), Of(row.Chosen?.EndsAt), row.Chosen?.Place ?? "", Of(row.Asked), Of(row.Answered), MeetingWords.Of(row.Stage),
            ];
        }
    }

    private async Task<(IReadOnlyList<ListMeetings.Row> Rows, string? Next)> PageAsync(ListMeetings.Filter filter, string? after, ListAsked asked, CancellationToken stop)
    {
        var skipped = after is null ? 0 : int.Parse(after, CultureInfo.InvariantCulture);
        var (rows, hasMore) = await ListMeetings.PageAsync(filter, skipped, Batch, asked.Db, clock.GetUtcNow(), stop);
        return (rows, hasMore ? Of(skipped + Batch) : null);
    }
}

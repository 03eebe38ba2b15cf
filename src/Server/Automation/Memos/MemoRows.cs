using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.People;

namespace OfficeWorkflow.Server.Automation.Memos;

/// <summary>The memos as a file: what one may not read is left out there too.</summary>
internal sealed class MemoRows(TimeProvider clock) : ListSource
{
    public override string Key => "memos";

    public override string Name => "電話メモ";

    public override string Address => "/memos";

    public override IReadOnlyList<string> Columns { get; } = ["用件", "書いた方", "書いた日時", "いつまでに", "期限超過", "対応する方", "済んだ日時"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        var (filter, viewer) = (new ListMemos.Filter { State = asked.Text("state") }, Session.RequiredOf(asked.User));
        await foreach (var line in AllAsync(after => ListMemos.PageAsync(filter with { After = after }, Batch, viewer, asked.Db, clock, stop), stop))
        {
            yield return [line.Heading ?? "", line.Writer, Of(line.WrittenAt), Of(line.DueOn), line.IsOverdue ? "期限超過" : "", line.Assignee ?? "", Of(line.DoneAt)];
        }
    }
}

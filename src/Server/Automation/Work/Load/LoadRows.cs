using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.People;

namespace OfficeWorkflow.Server.Automation.Work.Load;

/// <summary>Who has how much, as a file.</summary>
internal sealed class LoadRows(WorkDesk desk) : ListSource
{
    private const int Weeks = 6;

    public override string Key => "load";

    public override string Name => "作業の量";

    public override string Address => "/work/load";

    public override IReadOnlyList<string> Columns { get; } =
        ["受け持つ方", "開いている", "期限超過", .. Enumerable.Range(0, Weeks).Select(static week => week == 0 ? "今週" : $"{week}週あと"), "その先・期限なし"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        var model = await ShowLoad.HandleAsync(Session.RequiredOf(asked.User), asked.Db, desk, stop);
        foreach (var line in model.Lines.Append(model.Total))
        {
            yield return [line.Name, Of(line.Open), Of(line.Overdue), .. line.Due.Select(Of), Of(line.Later)];
        }
    }
}

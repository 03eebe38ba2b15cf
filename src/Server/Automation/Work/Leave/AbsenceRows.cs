using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.People;

namespace OfficeWorkflow.Server.Automation.Work.Leave;

/// <summary>The leave to come, as a file.</summary>
internal sealed class AbsenceRows(TimeProvider clock) : ListSource
{
    public override string Key => "absences";

    public override string Name => "休みと代行";

    public override string Address => "/absences";

    public override IReadOnlyList<string> Columns { get; } = ["休む方", "初めの日", "終わりの日", "代行する方", "いま不在"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var line in (await KeepAbsences.ShowAsync(KeepAbsences.Form.Blank, [], Session.RequiredOf(asked.User), asked.Db, clock, stop)).Lines)
        {
            yield return [line.Person, Of(line.FromOn), Of(line.UntilOn), line.Substitute, line.IsNow ? "不在" : ""];
        }
    }
}

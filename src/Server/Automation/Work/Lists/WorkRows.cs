using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.People;

namespace OfficeWorkflow.Server.Automation.Work.Lists;

/// <summary>A list of the inbox as a file: the safe summary, as the page shows it.</summary>
internal sealed class WorkRows(WorkDesk desk) : ListSource
{
    public override string Key => "work";

    public override string Name => "作業";

    public override string Address => "/work";

    public override IReadOnlyList<string> Columns { get; } =
        ["作業", "利用者など", "説明", "手続き", "期限", "期限超過", "急ぎ", "再開日", "担当", "役割", "だれの作業の準備か", "届いた日時", "終えた日時"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var now = desk.Clock.GetUtcNow();
        var filter = new WorkFilter
        {
            Q = asked.Text("q"),
            Subject = asked.Text("subject"),
            Procedure = asked.Text("procedure"),
            Step = asked.Text("step"),
            Month = asked.Text("month"),
            Who = asked.Text("who"),
            Sort = asked.Text("sort"),
        };
        var scopes = new WorkScopes(await desk.SeatAsync(Session.RequiredOf(asked.User), asked.Db, stop), now);
        var query = new ListWork.Query(WorkScopes.Named(asked.Text("scope")), filter, After: null);
        var items = filter.Apply(scopes.Of(query.Scope, asked.Db));
        await foreach (var line in AllAsync(after => ListWork.PageAsync(items, query with { After = after }, Batch, now, asked.Db, stop), stop))
        {
            yield return Row(line);
        }
    }

    private static string[] Row(WorkLine line) =>
    [
        line.Name, line.Subject ?? "", line.About, line.Procedure, Of(line.DueAt), line.IsOverdue ? "期限超過" : "", WorkPriorities.LabelOf(line.Priority),
        Of(line.FollowUpAt), line.Assignee ?? "", line.Role is null ? "" : Roles.NameOf(line.Role), line.Owner ?? "", Of(line.OpenedAt), Of(line.EndedAt),
    ];
}

using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Incidents;

/// <summary>
/// Several incidents tried once more, each by the same use case and in a commit of its own as if it were done alone. What became of each is read from the
/// database afterwards, not concluded from the attempt.
/// </summary>
public sealed class RetryIncidents(OfficeDbs dbs, CaseRunner runner, TimeProvider clock)
{
    public const int Most = 200;

    public async Task<Outcome<IReadOnlyList<RetriedIncident>>> HandleAsync(IReadOnlyList<Guid> chosen, Scope scope, CancellationToken stop)
    {
        var ids = chosen.Distinct().ToList();
        if (ids.Count is 0 or > Most)
        {
            return new Refusal("incidents-missing", $"やり直すものを1件から{Most}件まで選んでください。", "incident");
        }

        var refused = new Dictionary<Guid, Refusal>();
        foreach (var id in ids)
        {
            // Each in a context of its own: what one left behind is nothing to the next.
            await using var db = dbs.Open(scope);
            if (await OneAsync(id, db, stop) is { } no)
            {
                refused[id] = no;
            }
        }

        await using var anew = dbs.Open(scope);
        return new Outcome<IReadOnlyList<RetriedIncident>>.Done(await ReadRetried.HandleAsync(ids, refused, anew, stop));
    }

    private async Task<Refusal?> OneAsync(Guid id, OfficeDb db, CancellationToken stop)
    {
        if (await db.Incidents.AnyAsync(row => row.Id == id && row.Kind == IncidentKind.MaybeSent, stop))
        {
            return new Refusal(
                "incident-may-have-left", "もう届いているかもしれません。二度送らないように、1件ずつ開いて、確かめてから決めてください。", Kind: RefusalKind.Conflict);
        }

        return await RetryIncident.HandleAsync(id, Workflows.Model.Value.Record.Empty, db, runner, clock, stop) switch
        {
            Outcome<Incident>.Done => null,
            Outcome<Incident>.Refused no => no.Refusal,
            _ => throw new UnreachableException(),
        };
    }
}

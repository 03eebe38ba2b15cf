using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Running.Effects;

/// <summary>A token that got stuck is shown as an incident, from the same commit on, until it goes on.</summary>
internal static class Troubles
{
    public static async Task ApplyAsync(OfficeDb db, Decided decided, CancellationToken stop)
    {
        var before = (decided.Before?.StuckTokens ?? []).ToDictionary(static token => token.Id, StringComparer.Ordinal);
        var after = decided.After.StuckTokens.ToDictionary(static token => token.Id, StringComparer.Ordinal);
        var gone = before.Values.Where(token => !after.TryGetValue(token.Id, out var still) || still != token).Select(static token => token.Id).ToList();
        if (gone.Count > 0)
        {
            await CloseAsync(db, decided, gone, stop);
        }

        foreach (var token in after.Values.Where(token => !before.TryGetValue(token.Id, out var known) || known != token))
        {
            db.Incidents.Add(IncidentOf(decided.File, token, decided.At));
        }
    }

    /// <summary>A stuck token as people see it.</summary>
    internal static Incident IncidentOf(CaseFile file, Token token, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        OfficeId = file.OfficeId,
        CaseId = file.Id,
        Kind = IncidentKind.StuckToken,
        About = token.Id,
        NodeId = token.NodeId,
        Code = token.Trouble!.Code,
        Reason = token.Trouble.Reason,
        OpenedAt = at,
    };

    private static async Task CloseAsync(OfficeDb db, Decided decided, List<string> tokens, CancellationToken stop)
    {
        var open = await db.Incidents
            .Where(incident => incident.CaseId == decided.File.Id && incident.ClosedAt == null && incident.Kind == IncidentKind.StuckToken)
            .Where(incident => tokens.Contains(incident.About))
            .ToListAsync(stop);
        foreach (var incident in open)
        {
            incident.ClosedAt = decided.At;
            incident.ClosedBy = Applying.PersonOf(decided.Input);
            incident.Outcome = decided.Input.GetType().Name;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Compliance.Loading;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance;

/// <summary>How a client's plan stands against the duties today.</summary>
public static class CheckClient
{
    /// <returns>Null when this office has no such client.</returns>
    internal static async Task<Model?> HandleAsync(Guid clientId, OfficeDb db, DutySettings settings, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Clients.SingleOrDefaultAsync(row => row.Id == clientId, stop) is not { } client)
        {
            return null;
        }

        var facts = await LoadClientFacts.HandleAsync(db, client, JapaneseEra.DayInTokyo(clock.GetUtcNow()), stop);

        return new Model(client.Id, client.Name, Checklist.Of(facts, settings));
    }

    /// <summary>What <c>CompliancePage</c> shows.</summary>
    public sealed record Model(Guid ClientId, string ClientName, Checklist Checklist);
}

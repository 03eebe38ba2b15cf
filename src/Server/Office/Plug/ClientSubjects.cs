using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Plug;

/// <summary>Cases of this trade are about clients (利用者).</summary>
internal sealed class ClientSubjects : SubjectList
{
    public override string Noun => "利用者";

    public override async Task<IReadOnlyList<Option>> AllAsync(OfficeDb db, CancellationToken stop)
    {
        var clients = await db.Clients.AsNoTracking()
            .Where(static client => client.ClosedOn == null)
            .OrderBy(static client => client.Kana)
            .ThenBy(static client => client.Id)
            .Select(static client => new { client.Id, client.Name })
            .ToListAsync(stop);

        return [.. clients.Select(static client => new Option(client.Id.ToString(), client.Name))];
    }

    public override async Task<string?> LabelAsync(OfficeDb db, string subject, CancellationToken stop) =>
        Guid.TryParse(subject, out var id) ? await db.Clients.Where(client => client.Id == id && client.ClosedOn == null).Select(static client => client.Name).SingleOrDefaultAsync(stop) : null;

    public override async Task<string?> ReadingAsync(OfficeDb db, string subject, CancellationToken stop) =>
        Guid.TryParse(subject, out var id) ? await db.Clients.Where(client => client.Id == id).Select(static client => client.Kana).SingleOrDefaultAsync(stop) : null;

    public override string? AddressOf(string subject) => Guid.TryParse(subject, out var id) ? $"/clients/{id}" : null;
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Providers;

/// <summary>事業所 by name, found by name, kana or number.</summary>
public static class ListProviders
{
    public sealed record Line(Guid Id, string Name, string Number, string Services, string? InCharge, string? Phone, bool IsClosed);

    public sealed record Model(IReadOnlyList<Line> Lines, string Query, int Total);

    internal static async Task<Model> HandleAsync(string? query, OfficeDb db, CancellationToken stop)
    {
        var sought = (query ?? string.Empty).Trim();
        var kana = KanaText.Fold(sought);
        var kinds = await db.ServiceKinds.ToDictionaryAsync(kind => kind.Id, kind => kind.Name, stop);
        var providers = await db.WholeProviders
            .Where(provider => sought.Length == 0 || provider.Name.Contains(sought) || provider.Number.Contains(sought) || (provider.Kana != null && provider.Kana.Contains(kana)))
            .OrderBy(provider => provider.Kana)
            .ThenBy(provider => provider.Name)
            .ToListAsync(stop);
        var total = await db.Providers.CountAsync(stop);
        return new Model([.. providers.Select(provider => LineOf(provider, kinds))], sought, total);
    }

    private static Line LineOf(Provider provider, Dictionary<Guid, string> kinds) => new(
        provider.Id,
        provider.Name,
        provider.Number,
        string.Join("、", provider.Offerings.Select(offering => kinds.GetValueOrDefault(offering.ServiceKindId)).OfType<string>().Order(StringComparer.Ordinal)),
        provider.InCharge?.Name,
        provider.Phone,
        provider.ClosedOn is not null);
}

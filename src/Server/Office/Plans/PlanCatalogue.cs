using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Plans;

/// <summary>What a plan may name: kinds of service by their code, providers by their number.</summary>
internal sealed record PlanCatalogue(IReadOnlyList<ServiceKind> Kinds, IReadOnlyList<Provider> Providers)
{
    /// <summary>Kinds of service as options, those in use only.</summary>
    public IReadOnlyList<FormOption> KindOptions =>
        [.. Kinds.Where(kind => !kind.IsRetired).Select(kind => new FormOption(kind.Code, kind.Name))];

    public IReadOnlyList<FormOption> ProviderOptions =>
        [.. Providers.Where(provider => provider.ClosedOn is null).Select(provider => new FormOption(provider.Number, provider.Name))];

    public static async Task<PlanCatalogue> LoadAsync(OfficeDb db, CancellationToken stop) => new(
        await db.ServiceKinds.OrderBy(kind => kind.Position).ToListAsync(stop),
        await db.WholeProviders.OrderBy(provider => provider.Name).ThenBy(provider => provider.Id).ToListAsync(stop));

    public ServiceKind? Kind(string? code) => Kinds.FirstOrDefault(kind => string.Equals(kind.Code, code, StringComparison.Ordinal));

    public ServiceKind? Kind(Guid? id) => Kinds.FirstOrDefault(kind => kind.Id == id);

    public Provider? Provider(string? number) => Providers.FirstOrDefault(provider => string.Equals(provider.Number, number, StringComparison.Ordinal));

    public Provider? Provider(Guid? id) => Providers.FirstOrDefault(provider => provider.Id == id);
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Providers;

/// <summary>Registers a provider, or changes one.</summary>
public static class KeepProvider
{
    public sealed record Form
    {
        public string? Number { get; init; }

        public string? Name { get; init; }

        public string? Kana { get; init; }

        public string? Address { get; init; }

        public string? Phone { get; init; }

        public string? Fax { get; init; }

        public string? Mail { get; init; }

        public string? Note { get; init; }

        /// <summary>Ids of the kinds of service.</summary>
        public IReadOnlyList<string>? Services { get; init; }

        public bool IsClosed { get; init; }
    }

    public sealed record Model(Guid? Id, Form Form, IReadOnlyList<ServiceKind> Kinds, IReadOnlyList<Refusal> Refusals)
    {
        public string Action => Id is null ? "/providers" : $"/providers/{Id}";
    }

    internal static async Task<Model?> ShowAsync(Guid? id, Form? typed, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop)
    {
        var kinds = await db.ServiceKinds.Where(kind => !kind.IsRetired && kind.Group != ServiceGroup.Informal).OrderBy(kind => kind.Position).ToListAsync(stop);
        if (id is null)
        {
            return new Model(null, typed ?? new Form(), kinds, refusals);
        }

        var provider = await db.WholeProviders.SingleOrDefaultAsync(row => row.Id == id, stop);
        return provider is null ? null : new Model(id, typed ?? FormOf(provider), kinds, refusals);
    }

    internal static async Task<Outcome<Guid>> HandleAsync(Guid? id, Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var provider = id is null
            ? new Provider { Id = Guid.CreateVersion7(), OfficeId = viewer.OfficeId, Number = string.Empty, Name = string.Empty }
            : await db.WholeProviders.SingleOrDefaultAsync(row => row.Id == id, stop);
        if (provider is null)
        {
            return new Refusal("provider-unknown", "この事業所は登録されていません。", Kind: RefusalKind.Unknown);
        }

        var read = new PageReader();
        var now = clock.GetUtcNow();
        Write(provider, form, read, JapaneseEra.DayInTokyo(now));
        var isTaken = await db.Providers.AnyAsync(row => row.Number == provider.Number && row.Id != provider.Id, stop);
        read.RefuseIf(isTaken, "provider-number-taken", "同じ番号の事業所が登録されています。", nameof(form.Number));
        var kinds = await db.ServiceKinds.Select(kind => kind.Id).ToListAsync(stop);
        var services = (form.Services ?? []).Select(typed => read.Id(typed, kinds, nameof(form.Services), "サービスの種類")).OfType<Guid>().ToHashSet();
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        Offer(provider, services);
        if (id is null)
        {
            db.Add(provider);
        }

        db.Note(viewer.OfficeId, now, "provider-recorded", $"provider:{provider.Id}", "事業所の情報を記録した");
        await db.SaveChangesAsync(stop);
        return provider.Id;
    }

    private static Form FormOf(Provider provider) => new()
    {
        Number = provider.Number,
        Name = provider.Name,
        Kana = provider.Kana,
        Address = provider.Address,
        Phone = provider.Phone,
        Fax = provider.Fax,
        Mail = provider.Mail,
        Note = provider.Note,
        Services = [.. provider.Offerings.Select(offering => offering.ServiceKindId.ToString())],
        IsClosed = provider.ClosedOn is not null,
    };

    /// <summary>Puts what was typed on a provider, as far as it can be read.</summary>
    internal static void Write(Provider provider, Form form, PageReader read, DateOnly today)
    {
        provider.Number = read.Required(form.Number, nameof(form.Number), "事業所番号");
        read.RefuseIf(
            provider.Number.Length > 0 && !CertificateNumber.IsValid(provider.Number), "provider-number", "「事業所番号」は数字10桁で入力してください。", nameof(form.Number));
        provider.Name = read.Required(form.Name, nameof(form.Name), "名称");
        provider.Kana = read.Line(form.Kana, nameof(form.Kana), "ふりがな") is { } kana ? KanaText.Fold(kana) : null;
        provider.Address = read.Line(form.Address, nameof(form.Address), "所在地");
        provider.Phone = read.Line(form.Phone, nameof(form.Phone), "電話");
        provider.Fax = read.Line(form.Fax, nameof(form.Fax), "FAX");
        provider.Mail = read.Mail(form.Mail, nameof(form.Mail));
        provider.Note = read.Text(form.Note, nameof(form.Note), "メモ");
        provider.ClosedOn = form.IsClosed ? provider.ClosedOn ?? today : null;
    }

    internal static void Offer(Provider provider, HashSet<Guid> services)
    {
        foreach (var dropped in provider.Offerings.Where(offering => !services.Contains(offering.ServiceKindId)).ToList())
        {
            provider.Offerings.Remove(dropped);
        }

        foreach (var added in services.Where(service => provider.Offerings.All(offering => offering.ServiceKindId != service)).ToList())
        {
            provider.Offerings.Add(new Offering { Id = Guid.CreateVersion7(), OfficeId = provider.OfficeId, ProviderId = provider.Id, ServiceKindId = added });
        }
    }
}

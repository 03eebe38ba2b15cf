using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Mail.Ways;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Providers;

/// <summary>Adds a person in charge to a provider, or changes one.</summary>
public static class KeepServiceContact
{
    public sealed record Form
    {
        public string? Name { get; init; }

        public string? Job { get; init; } = nameof(ServiceJob.ServiceManager);

        public string? Mail { get; init; }

        public string? Phone { get; init; }

        public string? Fax { get; init; }

        public string? Way { get; init; }

        public bool WantsDigest { get; init; }

        public bool HasLeft { get; init; }
    }

    public sealed record Model(Guid ProviderId, string ProviderName, Guid? ContactId, Form Form, IReadOnlyList<Refusal> Refusals)
    {
        public string Action => ContactId is null ? $"/providers/{ProviderId}/contacts" : $"/providers/{ProviderId}/contacts/{ContactId}";
    }

    internal static async Task<Model?> ShowAsync(Guid providerId, Guid? contactId, Form? typed, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop)
    {
        var provider = await db.WholeProviders.SingleOrDefaultAsync(row => row.Id == providerId, stop);
        var contact = provider?.Contacts.FirstOrDefault(row => row.Id == contactId);
        return provider is null || (contactId is not null && contact is null)
            ? null
            : new Model(providerId, provider.Name, contactId, typed ?? FormOf(contact), refusals);
    }

    internal static async Task<Outcome<Guid>> HandleAsync(
        Guid providerId, Guid? contactId, Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var provider = await db.WholeProviders.SingleOrDefaultAsync(row => row.Id == providerId, stop);
        var contact = contactId is null
            ? new ServiceContact { Id = Guid.CreateVersion7(), OfficeId = viewer.OfficeId, ProviderId = providerId, Name = string.Empty, Job = default }
            : provider?.Contacts.FirstOrDefault(row => row.Id == contactId);
        if (provider is null || contact is null)
        {
            return new Refusal("provider-unknown", "この事業所は登録されていません。", Kind: RefusalKind.Unknown);
        }

        var read = new PageReader();
        var now = clock.GetUtcNow();
        Write(contact, form, read, JapaneseEra.DayInTokyo(now));
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        if (contactId is null)
        {
            db.Add(contact);
        }

        db.Note(viewer.OfficeId, now, "service-contact-recorded", $"provider:{providerId}", "事業所の担当者を記録した");
        await db.SaveChangesAsync(stop);
        return contact.Id;
    }

    /// <summary>Puts what was typed on a person in charge, as far as it can be read.</summary>
    internal static void Write(ServiceContact contact, Form form, PageReader read, DateOnly today)
    {
        contact.Name = read.Required(form.Name, nameof(form.Name), "氏名");
        contact.Job = read.Choice<ServiceJob>(form.Job, nameof(form.Job), "職種");
        contact.Mail = read.Mail(form.Mail, nameof(form.Mail));
        contact.Phone = read.Line(form.Phone, nameof(form.Phone), "電話");
        contact.Fax = read.Line(form.Fax, nameof(form.Fax), "FAX");
        contact.Way = string.IsNullOrEmpty(form.Way) ? null : read.Choice<ContactWay>(form.Way, nameof(form.Way), "連絡の方法");
        contact.WantsDigest = form.WantsDigest;
        read.RefuseIf(contact is { Way: ContactWay.Mail, Mail: null }, "way-without-mail", "連絡の方法をメールにするには、メールアドレスを入力してください。", nameof(form.Mail));
        read.RefuseIf(contact is { Way: ContactWay.Fax, Fax: null }, "way-without-fax", "連絡の方法をFAXにするには、FAXの番号を入力してください。", nameof(form.Fax));
        read.RefuseIf(contact is { Way: ContactWay.Phone, Phone: null }, "way-without-phone", "連絡の方法を電話にするには、電話番号を入力してください。", nameof(form.Phone));
        contact.LeftOn = form.HasLeft ? contact.LeftOn ?? today : null;
    }

    private static Form FormOf(ServiceContact? contact) => contact is null
        ? new Form()
        : new Form
        {
            Name = contact.Name,
            Job = contact.Job.ToString(),
            Mail = contact.Mail,
            Phone = contact.Phone,
            Fax = contact.Fax,
            Way = contact.Way?.ToString(),
            WantsDigest = contact.WantsDigest,
            HasLeft = contact.LeftOn is not null,
        };
}

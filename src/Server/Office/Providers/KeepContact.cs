using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Mail.Ways;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Providers;

/// <summary>Registers a 関係者, or changes one.</summary>
public static class KeepContact
{
    public sealed record Form
    {
        public string? Category { get; init; } = nameof(ContactCategory.CityOfficer);

        public string? Name { get; init; }

        public string? Organisation { get; init; }

        public string? Job { get; init; }

        public string? MunicipalityId { get; init; }

        public string? Mail { get; init; }

        public string? Phone { get; init; }

        public string? Fax { get; init; }

        public string? Note { get; init; }

        public string? Way { get; init; }

        public bool WantsDigest { get; init; }

        public bool HasLeft { get; init; }
    }

    public sealed record Model(Guid? Id, Form Form, IReadOnlyList<Option> Municipalities, IReadOnlyList<Option> Clients, IReadOnlyList<Refusal> Refusals)
    {
        public string Action => Id is null ? "/contacts" : $"/contacts/{Id}";
    }

    internal static async Task<Model?> ShowAsync(Guid? id, Form? typed, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop)
    {
        var contact = await db.Contacts.SingleOrDefaultAsync(row => row.Id == id, stop);
        if (id is not null && contact is null)
        {
            return null;
        }

        var cities = await db.Municipalities.OrderBy(city => city.Name).ToListAsync(stop);
        var clients = await (
            from link in db.ClientContacts
            where link.ContactId == id
            join client in db.Clients on link.ClientId equals client.Id
            orderby client.Kana
            select client).ToListAsync(stop);
        return new Model(
            id,
            typed ?? FormOf(contact),
            [.. cities.Select(city => new Option(city.Id.ToString(), city.Name))],
            [.. clients.Select(client => new Option(client.Id.ToString(), client.Name))],
            refusals);
    }

    internal static async Task<Outcome<Guid>> HandleAsync(Guid? id, Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var contact = id is null
            ? new Contact { Id = Guid.CreateVersion7(), OfficeId = viewer.OfficeId, Category = default, Name = string.Empty }
            : await db.Contacts.SingleOrDefaultAsync(row => row.Id == id, stop);
        if (contact is null)
        {
            return new Refusal("contact-unknown", "この関係者は登録されていません。", Kind: RefusalKind.Unknown);
        }

        var read = new PageReader();
        var now = clock.GetUtcNow();
        Write(contact, form, read, await db.Municipalities.Select(city => city.Id).ToListAsync(stop), JapaneseEra.DayInTokyo(now));
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        if (id is null)
        {
            db.Add(contact);
        }

        db.Note(viewer.OfficeId, now, "contact-recorded", $"contact:{contact.Id}", "関係者の情報を記録した");
        await db.SaveChangesAsync(stop);
        return contact.Id;
    }

    private static Form FormOf(Contact? contact) => contact is null
        ? new Form()
        : new Form
        {
            Category = contact.Category.ToString(),
            Name = contact.Name,
            Organisation = contact.Organisation,
            Job = contact.Job,
            MunicipalityId = contact.MunicipalityId?.ToString(),
            Mail = contact.Mail,
            Phone = contact.Phone,
            Fax = contact.Fax,
            Note = contact.Note,
            Way = contact.Way?.ToString(),
            WantsDigest = contact.WantsDigest,
            HasLeft = contact.LeftOn is not null,
        };

    /// <summary>Puts what was typed on a contact, as far as it can be read.</summary>
    internal static void Write(Contact contact, Form form, PageReader read, IReadOnlyCollection<Guid> cities, DateOnly today)
    {
        contact.Category = read.Choice<ContactCategory>(form.Category, nameof(form.Category), "区分");
        contact.Name = read.Required(form.Name, nameof(form.Name), "氏名");
        contact.Organisation = read.Line(form.Organisation, nameof(form.Organisation), "所属");
        contact.Job = read.Line(form.Job, nameof(form.Job), "役職・職種");
        contact.MunicipalityId = read.Id(form.MunicipalityId, cities, nameof(form.MunicipalityId), "市町村");
        contact.Mail = read.Mail(form.Mail, nameof(form.Mail));
        contact.Phone = read.Line(form.Phone, nameof(form.Phone), "電話");
        contact.Fax = read.Line(form.Fax, nameof(form.Fax), "FAX");
        contact.Note = read.Text(form.Note, nameof(form.Note), "メモ");
        contact.Way = string.IsNullOrEmpty(form.Way) ? null : read.Choice<ContactWay>(form.Way, nameof(form.Way), "連絡の方法");
        contact.WantsDigest = form.WantsDigest;
        read.RefuseIf(contact is { Way: ContactWay.Mail, Mail: null }, "way-without-mail", "連絡の方法をメールにするには、メールアドレスを入力してください。", nameof(form.Mail));
        read.RefuseIf(contact is { Way: ContactWay.Fax, Fax: null }, "way-without-fax", "連絡の方法をFAXにするには、FAXの番号を入力してください。", nameof(form.Fax));
        read.RefuseIf(contact is { Way: ContactWay.Phone, Phone: null }, "way-without-phone", "連絡の方法を電話にするには、電話番号を入力してください。", nameof(form.Phone));
        contact.LeftOn = form.HasLeft ? contact.LeftOn ?? today : null;
    }
}

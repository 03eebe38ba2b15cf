using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Municipalities;

/// <summary>The municipalities that the office works with: all on one page, one form to add or change one.</summary>
public static class KeepMunicipality
{
    public sealed record Form
    {
        public string? Number { get; init; }

        public string? Name { get; init; }

        public string? Department { get; init; }

        public string? Phone { get; init; }

        public string? Fax { get; init; }

        public string? Mail { get; init; }

        public string? ReportConsentSince { get; init; }
    }

    /// <param name="Id">The one being changed, or null for a new one.</param>
    public sealed record Model(IReadOnlyList<Municipality> All, Guid? Id, Form Form, IReadOnlyList<Refusal> Refusals)
    {
        public string Action => Id is null ? "/municipalities" : $"/municipalities/{Id}";
    }

    internal static async Task<Model?> ShowAsync(Guid? id, Form? typed, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop)
    {
        var all = await db.Municipalities.OrderBy(city => city.Name).ToListAsync(stop);
        var chosen = all.Find(city => city.Id == id);
        return id is not null && chosen is null ? null : new Model(all, id, typed ?? FormOf(chosen), refusals);
    }

    internal static async Task<Outcome<Guid>> HandleAsync(Guid? id, Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var city = id is null
            ? new Municipality { Id = Guid.CreateVersion7(), OfficeId = viewer.OfficeId, Name = string.Empty }
            : await db.Municipalities.SingleOrDefaultAsync(row => row.Id == id, stop);
        if (city is null)
        {
            return new Refusal("municipality-unknown", "この市町村は登録されていません。", Kind: RefusalKind.Unknown);
        }

        var read = new PageReader();
        Write(city, form, read);
        city.ReportConsentSince = read.Day(form.ReportConsentSince, nameof(form.ReportConsentSince), "報告書の署名を同意書で代える日");
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        if (id is null)
        {
            db.Add(city);
        }

        db.Note(viewer.OfficeId, clock.GetUtcNow(), "municipality-recorded", $"municipality:{city.Id}", "市町村の情報を記録した");
        await db.SaveChangesAsync(stop);
        return city.Id;
    }

    /// <summary>Puts what was typed on a municipality, as far as it can be read.</summary>
    internal static void Write(Municipality city, Form form, PageReader read)
    {
        city.Number = read.Line(form.Number, nameof(form.Number), "市町村番号");
        read.RefuseIf(
            city.Number is { } number && (number.Length != 6 || !number.All(char.IsAsciiDigit)), "municipality-number", "「市町村番号」は数字6桁で入力してください。", nameof(form.Number));
        city.Name = read.Required(form.Name, nameof(form.Name), "市町村名");
        city.Department = read.Line(form.Department, nameof(form.Department), "担当課");
        city.Phone = read.Line(form.Phone, nameof(form.Phone), "電話");
        city.Fax = read.Line(form.Fax, nameof(form.Fax), "FAX");
        city.Mail = read.Mail(form.Mail, nameof(form.Mail));
    }

    private static Form FormOf(Municipality? city) => new()
    {
        Number = city?.Number,
        Name = city?.Name,
        Department = city?.Department,
        Phone = city?.Phone,
        Fax = city?.Fax,
        Mail = city?.Mail,
        ReportConsentSince = city?.ReportConsentSince is { } since ? JapaneseEra.Date(since) : null,
    };
}

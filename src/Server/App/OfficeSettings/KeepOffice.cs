using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Demo;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App.OfficeSettings;

/// <summary>What stands at the head of the office's papers and mails.</summary>
public static class KeepOffice
{
    public sealed record Form
    {
        public string? Name { get; init; }

        public string? Number { get; init; }

        public string? PostalCode { get; init; }

        public string? Address { get; init; }

        public string? Phone { get; init; }

        public string? Mail { get; init; }
    }

    /// <param name="IsDemo">It is the demo office, which can be removed.</param>
    public sealed record Model(Form Form, bool IsKept, bool IsDemo, IReadOnlyList<Refusal> Refusals);

    internal static async Task<Model> ShowAsync(Form? typed, bool isKept, IReadOnlyList<Refusal> refusals, Guid officeId, OfficeDb db, CancellationToken stop)
    {
        var office = await db.Offices.AsNoTracking().SingleAsync(row => row.Id == officeId, stop);
        return new Model(
            typed ?? new Form { Name = office.Name, Number = office.Number, PostalCode = office.PostalCode, Address = office.Address, Phone = office.Phone, Mail = office.Mail },
            isKept,
            await DemoOffice.IsItAsync(officeId, db, stop),
            refusals);
    }

    internal static async Task<Refusal?> HandleAsync(Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var office = await db.Offices.SingleAsync(row => row.Id == viewer.OfficeId, stop);
        var read = new PageReader();
        office.Name = read.Required(form.Name, nameof(form.Name), "事業所の名前");
        office.Number = Digits(read.Line(form.Number, nameof(form.Number), "事業所番号"));
        read.RefuseIf(office.Number is { Length: not (0 or 10) }, "office-number", "「事業所番号」は数字10桁で入力してください。", nameof(form.Number));
        office.PostalCode = Digits(read.Line(form.PostalCode, nameof(form.PostalCode), "郵便番号"));
        read.RefuseIf(office.PostalCode is { Length: not (0 or 7) }, "postal-code", "「郵便番号」は数字7桁で入力してください。例: 123-4567", nameof(form.PostalCode));
        office.PostalCode = office.PostalCode is { Length: 7 } code ? $"{code[..3]}-{code[3..]}" : "";
        office.Address = read.Line(form.Address, nameof(form.Address), "所在地") ?? "";
        office.Phone = read.Line(form.Phone, nameof(form.Phone), "電話") ?? "";
        office.Mail = read.Mail(form.Mail, nameof(form.Mail)) ?? "";
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        db.Note(viewer.OfficeId, clock.GetUtcNow(), "office-changed", $"office:{office.Id}", "事業所の名前・所在地などの設定を変えた。");
        await db.SaveChangesAsync(stop);
        return null;
    }

    private static string Digits(string? typed) =>
        string.Concat((typed ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(static letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '‐' or '−' or 'ー')));
}

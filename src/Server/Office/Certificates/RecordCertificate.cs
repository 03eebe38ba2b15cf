using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Certificates;

/// <summary>Copies a 受給者証 that a client brings: always a new row, which replaces the one before.</summary>
public static class RecordCertificate
{
    /// <summary>Lines for amounts that the form offers; most booklets hold three to six.</summary>
    public const int Lines = 8;

    public sealed record Form
    {
        public string? Kind { get; init; }

        public string? Number { get; init; }

        public string? IssuedOn { get; init; }

        public string? SupportLevel { get; init; }

        public string? SupportLevelUntil { get; init; }

        public string? CopayCap { get; init; }

        public string? From { get; init; }

        public string? Until { get; init; }

        public string? MonitoringText { get; init; }

        public string? Note { get; init; }

        /// <summary>Designated months as <c>yyyy-MM</c>.</summary>
        public IReadOnlyList<string>? Months { get; init; }

        public IReadOnlyList<string>? Services { get; init; }

        public IReadOnlyList<string>? Amounts { get; init; }

        public IReadOnlyList<string>? Froms { get; init; }

        public IReadOnlyList<string>? Untils { get; init; }

        /// <summary>What the page has said will move, as the person has read it.</summary>
        public string? Read { get; init; }
    }

    public sealed record Model(Client Client, Form Form, IReadOnlyList<Option> Kinds, IReadOnlyList<Option> Months, IReadOnlyList<Refusal> Refusals)
    {
        /// <summary>What will move when this is recorded, to be read before.</summary>
        public IReadOnlyList<string> Moves { get; init; } = [];
    }

    internal static async Task<Model?> ShowAsync(Guid clientId, Form? typed, IReadOnlyList<Refusal> refusals, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var client = await db.Clients.SingleOrDefaultAsync(row => row.Id == clientId, stop);
        if (client is null)
        {
            return null;
        }

        var today = JapaneseEra.DayInTokyo(clock.GetUtcNow());
        var last = await db.Certificates.Where(row => row.ClientId == clientId).OrderByDescending(row => row.RecordedAt).FirstOrDefaultAsync(stop);
        var kinds = await db.ServiceKinds.Where(kind => !kind.IsRetired && kind.Group != ServiceGroup.Informal).OrderBy(kind => kind.Position).ToListAsync(stop);
        var months = Enumerable.Range(-12, 49).Select(offset => new DateOnly(today.Year, today.Month, 1).AddMonths(offset));
        return new Model(
            client,
            typed ?? Start(client, last, today),
            [.. kinds.Select(kind => new Option(kind.Code, $"{kind.Name}（{AmountUnits.Label(kind.Unit)}）"))],
            [.. months.Select(month => new Option(Key(month), JapaneseEra.Month(month)))],
            refusals);
    }

    /// <returns>What will move and was not read yet; nothing where the form is wrong or nothing moves.</returns>
    internal static async Task<IReadOnlyList<string>> UnreadAsync(
        Guid clientId, Form form, Viewer viewer, OfficeDb db, OfficeCalendars calendars, TimeProvider clock, CancellationToken stop)
    {
        var last = await db.WholeCertificates.AsNoTracking().Where(row => row.ClientId == clientId).OrderByDescending(row => row.RecordedAt).FirstOrDefaultAsync(stop);
        if (last is null || await db.Clients.SingleOrDefaultAsync(row => row.Id == clientId, stop) is not { } client)
        {
            return [];
        }

        var read = new PageReader();
        var now = clock.GetUtcNow();
        var next = ReadWhole(client, form, read, last.Id, viewer, await db.ServiceKinds.AsNoTracking().ToListAsync(stop), now);
        if (read.IsWrong)
        {
            return [];
        }

        var moves = await MovedDates.OfAsync(last, next, await calendars.OfAsync(db, viewer.OfficeId, stop), JapaneseEra.DayInTokyo(now), db, stop);
        return string.Equals(form.Read, TextOf(moves), StringComparison.Ordinal) ? [] : moves;
    }

    internal static string TextOf(IEnumerable<string> moves) => string.Join(' ', moves);

    internal static async Task<Outcome<Guid>> HandleAsync(Guid clientId, Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var client = await db.Clients.SingleOrDefaultAsync(row => row.Id == clientId, stop);
        if (client is null)
        {
            return new Refusal("client-unknown", "この利用者はこの事業所に登録されていません。", Kind: RefusalKind.Unknown);
        }

        var now = clock.GetUtcNow();
        var last = await db.Certificates.Where(row => row.ClientId == clientId).OrderByDescending(row => row.RecordedAt).FirstOrDefaultAsync(stop);
        var read = new PageReader();
        var certificate = ReadWhole(client, form, read, last?.Id, viewer, await db.ServiceKinds.ToListAsync(stop), now);
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        db.Add(certificate);
        db.Note(viewer.OfficeId, now, "certificate-recorded", $"client:{clientId}", "受給者証を写した");
        await db.SaveChangesAsync(stop);
        return certificate.Id;
    }

    public static string Key(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static Form Start(Client client, Certificate? last, DateOnly today) => new()
    {
        Kind = (last?.Kind ?? (client.IsChildOn(today) ? CertificateKind.Child : CertificateKind.Adult)).ToString(),
        Number = last?.Number,
        SupportLevel = (last?.SupportLevel ?? SupportLevel.None).ToString(),
        CopayCap = last?.CopayCap?.ToString("0", CultureInfo.InvariantCulture),
    };

    /// <summary>The booklet with its amounts and months, as far as it can be read.</summary>
    internal static Certificate ReadWhole(Client client, Form form, PageReader read, Guid? replaces, Viewer viewer, List<ServiceKind> kinds, DateTimeOffset now)
    {
        var certificate = Read(client, form, read, replaces, viewer, now);
        AddAmounts(certificate, form, read, kinds);
        AddMonths(certificate, form, read);
        return certificate;
    }

    private static Certificate Read(Client client, Form form, PageReader read, Guid? replaces, Viewer viewer, DateTimeOffset now)
    {
        var number = read.Required(form.Number, nameof(form.Number), "受給者証番号");
        read.RefuseIf(number.Length > 0 && !CertificateNumber.IsValid(number), "certificate-number", "「受給者証番号」は数字10桁で入力してください。", nameof(form.Number));
        var from = read.RequiredDay(form.From, nameof(form.From), "支給期間の初日");
        var until = read.RequiredDay(form.Until, nameof(form.Until), "支給期間の末日");
        read.RefuseIf(until < from, "period-reversed", "「支給期間の末日」が初日より前になっています。", nameof(form.Until));
        return new Certificate
        {
            Id = Guid.CreateVersion7(),
            OfficeId = viewer.OfficeId,
            ClientId = client.Id,
            Kind = read.Choice<CertificateKind>(form.Kind, nameof(form.Kind), "種類"),
            Number = number,
            MunicipalityId = client.MunicipalityId,
            IssuedOn = read.Day(form.IssuedOn, nameof(form.IssuedOn), "交付年月日"),
            SupportLevel = read.Choice<SupportLevel>(form.SupportLevel, nameof(form.SupportLevel), "障害支援区分"),
            SupportLevelUntil = read.Day(form.SupportLevelUntil, nameof(form.SupportLevelUntil), "区分の認定有効期間の末日"),
            CopayCap = read.Number(form.CopayCap, nameof(form.CopayCap), "負担上限月額"),
            ConsultationFrom = from,
            ConsultationUntil = until,
            MonitoringText = read.Line(form.MonitoringText, nameof(form.MonitoringText), "モニタリング期間"),
            Note = read.Text(form.Note, nameof(form.Note), "メモ"),
            ReplacesId = replaces,
            RecordedAt = now,
            RecordedBy = viewer.PersonId,
        };
    }

    private static void AddAmounts(Certificate certificate, Form form, PageReader read, List<ServiceKind> kinds)
    {
        foreach (var (index, code) in (form.Services ?? []).Index().Where(line => line.Item.Length > 0))
        {
            var kind = kinds.Find(one => string.Equals(one.Code, code, StringComparison.Ordinal));
            var field = $"Services-{index}";
            read.RefuseIf(kind is null, "service-unknown", "「サービスの種類」を一覧から選んでください。", field);
            var amount = read.Number(At(form.Amounts, index), field, "支給量");
            var from = read.Day(At(form.Froms, index), field, "支給決定期間の初日") ?? certificate.ConsultationFrom ?? default;
            var until = read.Day(At(form.Untils, index), field, "支給決定期間の末日") ?? certificate.ConsultationUntil ?? default;
            read.RefuseIf(kind is not null && AmountUnits.NeedsNumber(kind.Unit) && amount is null, "amount-missing", $"{kind?.Name}の支給量を入力してください。", field);
            read.RefuseIf(until < from, "period-reversed", $"{kind?.Name}の支給決定期間の末日が初日より前になっています。", field);
            certificate.Amounts.Add(new AllottedAmount
            {
                Id = Guid.CreateVersion7(),
                OfficeId = certificate.OfficeId,
                CertificateId = certificate.Id,
                ServiceKindId = kind?.Id ?? Guid.Empty,
                ServiceName = kind?.Name ?? string.Empty,
                Amount = kind is not null && AmountUnits.NeedsNumber(kind.Unit) ? amount : null,
                Unit = kind?.Unit ?? AmountUnit.None,
                From = from,
                Until = until,
                Position = index,
            });
        }
    }

    private static void AddMonths(Certificate certificate, Form form, PageReader read)
    {
        foreach (var key in (form.Months ?? []).Distinct(StringComparer.Ordinal))
        {
            var isMonth = DateOnly.TryParseExact(key + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month);
            read.RefuseIf(!isMonth, "not-an-option", "「モニタリング月」を一覧から選んでください。", nameof(form.Months));
            certificate.MonitoringMonths.Add(new MonitoringMonth
            {
                Id = Guid.CreateVersion7(),
                OfficeId = certificate.OfficeId,
                CertificateId = certificate.Id,
                ClientId = certificate.ClientId,
                Month = month,
            });
        }
    }

    private static string? At(IReadOnlyList<string>? typed, int index) => typed is not null && index < typed.Count ? typed[index] : null;
}

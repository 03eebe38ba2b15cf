using System.Globalization;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Decisions;

/// <summary>A decision and its certificate made from the answers of the form; what is wrong is left with the reader.</summary>
internal sealed class DecisionWriting(ActContext context, Client client, PlanCatalogue catalogue, ActReader read)
{
    private readonly DateOnly from = read.RequiredDay("periodFrom", "計画相談の支給期間の初日");
    private readonly DateOnly until = read.RequiredDay("periodTo", "計画相談の支給期間の末日");

    public BenefitDecision Decision(Certificate certificate, ServicePlan? draft) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = context.OfficeId,
        ClientId = client.Id,
        CaseId = context.CaseId,
        DraftId = draft?.Id,
        CertificateId = certificate.Id,
        DecidedOn = read.PastDay("decidedOn", "支給決定日"),
        PeriodFrom = from,
        PeriodUntil = until,
        Note = read.Text("note"),
        DocumentId = read.Id("document"),
        RecordedAt = context.At,
        RecordedBy = context.PersonId,
    };

    public Certificate Certificate(Guid? replaces)
    {
        read.RefuseIf(until < from, "period-reversed", "「計画相談の支給期間の末日」が初日より前になっています。", "periodTo");
        var certificate = new Certificate
        {
            Id = Guid.CreateVersion7(),
            OfficeId = context.OfficeId,
            ClientId = client.Id,
            Kind = read.RequiredChoice<CertificateKind>("certificateKind", "受給者証の種類"),
            Number = Number(),
            MunicipalityId = client.MunicipalityId,
            IssuedOn = read.Day("issuedOn"),
            SupportLevel = read.RequiredChoice<SupportLevel>("supportLevel", "障害支援区分"),
            SupportLevelUntil = read.Day("supportLevelUntil"),
            CopayCap = read.Number("copayCap"),
            ConsultationFrom = from,
            ConsultationUntil = until,
            MonitoringText = read.Text("monitoringText"),
            DocumentId = read.Id("document"),
            ReplacesId = replaces,
            RecordedAt = context.At,
            RecordedBy = context.PersonId,
        };
        AddAmounts(certificate);
        AddMonths(certificate);

        return certificate;
    }

    private string Number()
    {
        var number = read.Required("certificateNumber", "受給者証番号");
        read.RefuseIf(number.Length > 0 && !CertificateNumber.IsValid(number), "certificate-number", "「受給者証番号」は数字10桁で入力してください。", "certificateNumber");
        return number;
    }

    private void AddAmounts(Certificate certificate)
    {
        var rows = read.Rows("amounts");
        read.RefuseIf(rows.Count == 0, "amounts-missing", "決定された支給量を一行以上入力してください。", "amounts");
        foreach (var (index, row) in rows.Index())
        {
            var amount = Amount(row, certificate.Id, index);
            row.RefuseIf(
                amount.ServiceName.Length > 0 && certificate.Amounts.Any(other => other.ServiceKindId == amount.ServiceKindId && other.From <= amount.Until && amount.From <= other.Until),
                "amount-twice", $"{amount.ServiceName}が同じ期間に二行あります。一行にまとめてください。", "service");
            certificate.Amounts.Add(amount);
        }
    }

    private AllottedAmount Amount(ActReader row, Guid certificateId, int position)
    {
        var kind = catalogue.Kind(row.Text("service"));
        row.RefuseIf(kind is null, "service-unknown", "「サービスの種類」を一覧から選んでください。", "service");
        var unit = row.Choice<AmountUnit>("unit") ?? kind?.Unit ?? AmountUnit.None;
        var amount = row.Number("amount");
        row.RefuseIf(
            AmountUnits.NeedsNumber(unit) && amount is null or < 0,
            "amount-missing", $"「支給量」を数で入力してください（単位は{AmountUnits.Label(unit)}）。", "amount");
        var first = row.Day("from") ?? from;
        var last = row.Day("to") ?? until;
        row.RefuseIf(last < first, "period-reversed", "「支給期間の末日」が初日より前になっています。", "to");

        return new AllottedAmount
        {
            Id = Guid.CreateVersion7(),
            OfficeId = context.OfficeId,
            CertificateId = certificateId,
            ServiceKindId = kind?.Id ?? Guid.Empty,
            ServiceName = kind?.Name ?? string.Empty,
            Amount = AmountUnits.NeedsNumber(unit) ? amount : null,
            Unit = unit,
            From = first,
            Until = last,
            Position = position,
        };
    }

    private void AddMonths(Certificate certificate)
    {
        var months = read.Texts("monitoringMonths").Select(Month).OfType<DateOnly>().Distinct().Order().ToList();
        read.RefuseIf(months.Count == 0, "required", "「モニタリング月」を受給者証のとおりに選んでください。", "monitoringMonths");
        read.RefuseIf(
            months.Exists(month => month < FirstOf(from) || month > FirstOf(until)),
            "month-outside-period", "「モニタリング月」に支給期間の外の月があります。", "monitoringMonths");
        // 支給決定期間の終期月は必ずモニタリング月 (domain: the last month is always one).
        read.RefuseIf(
            months.Count > 0 && !months.Contains(FirstOf(until)),
            "end-month-missing", $"支給期間の終期月（{JapaneseEra.Month(until)}）は必ずモニタリング月です。受給者証を確かめて選んでください。", "monitoringMonths");
        foreach (var month in months)
        {
            certificate.MonitoringMonths.Add(new MonitoringMonth
            {
                Id = Guid.CreateVersion7(),
                OfficeId = context.OfficeId,
                CertificateId = certificate.Id,
                ClientId = client.Id,
                Month = month,
            });
        }
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly? Month(string key) =>
        DateOnly.TryParseExact(key + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;
}

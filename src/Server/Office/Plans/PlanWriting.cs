using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plug;

namespace OfficeWorkflow.Server.Office.Plans;

/// <summary>A new version made from the answers of the plan form; what is wrong is left with the reader.</summary>
internal sealed class PlanWriting(PlanOrigin origin, Client client, PlanCatalogue catalogue, ActReader read)
{
    /// <summary>短期入所 is meant for at most about half of a year.</summary>
    private const int MostShortStayDays = 180;

    private const string ShortStay = "SHORT_STAY";

    private readonly Guid id = Guid.CreateVersion7();

    public ServicePlan Write(PlanStage stage, ServicePlan? previous, Guid? assessmentId, Guid? certificateId)
    {
        var written = read.PastDay("writtenOn", stage is PlanStage.Draft ? "計画案作成日" : "計画作成日");
        var plan = new ServicePlan
        {
            Id = id,
            OfficeId = origin.OfficeId,
            ClientId = client.Id,
            CaseId = origin.CaseId,
            Stage = stage,
            Version = (previous?.Version ?? 0) + 1,
            PreviousId = previous?.Id,
            CorrectionReason = read.Text("correctionReason"),
            AssessmentId = assessmentId,
            CertificateId = certificateId,
            WrittenOn = written,
            StartsOn = FirstOfMonth(read.Day("startsOn")),
            UserWish = read.Required("userWish", "本人の意向"),
            FamilyWish = read.Required("familyWish", "家族の意向"),
            Policy = read.Required("policy", "総合的な援助の方針"),
            LongGoal = read.Required("longGoal", "長期目標"),
            LongGoalBy = Deadline("longGoalBy", "長期目標の達成時期", written),
            ShortGoal = read.Required("shortGoal", "短期目標"),
            ShortGoalBy = Deadline("shortGoalBy", "短期目標の達成時期", written),
            MonitoringProposal = read.Required("monitoringProposal", "モニタリング期間の提案"),
            MonitoringInterval = (int?)read.Number("monitoringInterval"),
            MonitoringFrom = FirstOfMonth(read.Day("monitoringFrom")),
            ShortStayReason = read.Text("shortStayReason"),
            MainActivities = read.Text("mainActivities"),
            OutsideWeek = read.Text("outsideWeek"),
            WholePicture = read.Text("wholePicture"),
            WrittenBy = origin.PersonId,
            WrittenAt = origin.At,
        };
        AddRows(plan, stage, written);

        return plan;
    }

    private static DateOnly? FirstOfMonth(DateOnly? day) => day is { } on ? new DateOnly(on.Year, on.Month, 1) : null;

    private void AddRows(ServicePlan plan, PlanStage stage, DateOnly written)
    {
        var needs = read.Rows("needs");
        read.RefuseIf(needs.Count == 0, "needs-missing", "課題の表に一行以上入力してください。", "needs");
        foreach (var (index, row) in needs.Index())
        {
            plan.Needs.Add(Need(row, index + 1, stage, written));
        }

        foreach (var block in read.Rows("week").SelectMany(row => new WeekWriting(origin.OfficeId, id, catalogue, row).Blocks()))
        {
            plan.Week.Add(block);
        }

        CheckShortStay(plan);
    }

    private DateOnly Deadline(string key, string label, DateOnly written) => Deadline(read, key, label, written);

    private static DateOnly Deadline(ActReader reader, string key, string label, DateOnly written)
    {
        var by = reader.RequiredDay(key, label);
        reader.RefuseIf(by < written, "deadline-passed", $"「{label}」が作成日より前になっています。", key);
        return by;
    }

    private NeedRow Need(ActReader row, int rank, PlanStage stage, DateOnly written)
    {
        var kind = catalogue.Kind(row.Text("service"));
        row.RefuseIf(kind is null, "service-unknown", "「サービスの種類」を一覧から選んでください。", "service");
        var provider = catalogue.Provider(row.Text("provider"));
        row.RefuseIf(
            stage is PlanStage.Final && provider is null && kind is { IsProvided: true },
            "provider-missing", "計画ではすべてのサービスに提供事業者が必要です。一覧にないときは先に事業所を登録してください。", "provider");
        var unit = row.Choice<AmountUnit>("unit") ?? kind?.Unit ?? AmountUnit.None;

        return new NeedRow
        {
            Id = Guid.CreateVersion7(),
            OfficeId = origin.OfficeId,
            PlanId = id,
            Rank = rank,
            Need = row.Required("need", "解決すべき課題"),
            Goal = row.Required("goal", "支援目標"),
            AchieveBy = Deadline(row, "achieveBy", "達成時期", written),
            ServiceKindId = kind?.Id ?? Guid.Empty,
            ServiceName = kind?.Name ?? string.Empty,
            Content = row.Required("content", "内容・頻度・時間"),
            Amount = Amount(row, unit),
            Unit = unit,
            ProviderId = provider?.Id,
            ProviderName = provider?.Name,
            ProviderContact = row.Text("providerContact") ?? provider?.PrintedContact,
            ClientRole = row.Required("clientRole", "本人の役割"),
            ReviewOn = Deadline(row, "reviewOn", "評価時期", written),
            Note = row.Text("note"),
        };
    }

    private static decimal? Amount(ActReader row, AmountUnit unit)
    {
        var amount = row.Number("amount");
        row.RefuseIf(
            AmountUnits.NeedsNumber(unit) && amount is null or <= 0,
            "amount-missing", $"「量」を0より大きい数で入力してください（単位は{AmountUnits.Label(unit)}）。", "amount");
        return AmountUnits.NeedsNumber(unit) ? amount : null;
    }

    private void CheckShortStay(ServicePlan plan)
    {
        var shortStay = catalogue.Kind(ShortStay)?.Id;
        var days = plan.Needs.Where(row => row.ServiceKindId == shortStay && row.Unit is AmountUnit.DaysPerMonth).Sum(row => row.Amount ?? 0) * 12;
        read.RefuseIf(
            days > MostShortStayDays && plan.ShortStayReason is null,
            "short-stay-reason-missing",
            $"短期入所が年{days:0}日になります。年180日を超えるときは「短期入所が年180日を超える理由」を入力してください。",
            "shortStayReason");
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Office.Deadlines;

/// <summary>Open cases that have a deadline of the law, by the days that are left.</summary>
public static class ListDeadlines
{
    /// <summary>As far ahead as the notices look.</summary>
    public const int Near = 60;

    /// <summary>What a page can show; the file has all.</summary>
    public const int Most = 500;

    public sealed record Filter
    {
        public static IReadOnlyList<Option> Choices { get; } = [new("7", "7日以内"), new("30", "30日以内"), new("60", "60日以内"), new("all", "すべて")];

        /// <summary>Days from today: <c>7</c>, <c>30</c>, <c>60</c> or <c>all</c>.</summary>
        public string? Within { get; init; }

        public string Chosen => Choices.Any(choice => string.Equals(choice.Key, Within, StringComparison.Ordinal)) ? Within! : Near.ToString(CultureInfo.InvariantCulture);

        /// <summary>Null for all.</summary>
        public int? Days => int.TryParse(Chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null;
    }

    public sealed record Line(Guid CaseId, string Procedure, Guid ClientId, string Client, DeadlineKind Kind, DateOnly On, int DaysLeft)
    {
        public string What => Kind is DeadlineKind.MonitoringMonth ? $"{JapaneseEra.Month(On)}のモニタリング" : "受給者証の期間の終わり";

        public string Left => DaysLeft switch
        {
            < 0 => string.Create(CultureInfo.InvariantCulture, $"{-DaysLeft}日過ぎています"),
            0 => "今日まで",
            _ => string.Create(CultureInfo.InvariantCulture, $"あと{DaysLeft}日"),
        };
    }

    public sealed record Model(Filter Filter, IReadOnlyList<Line> Lines, int Count)
    {
        public string Sentence => string.Create(CultureInfo.InvariantCulture, $"全{Count}件のうち{Lines.Count}件を、残りの日数の少ない順に表示しています");
    }

    internal static async Task<Model> HandleAsync(Filter filter, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var lines = await AllAsync(filter, db, clock, stop);
        return new Model(filter, [.. lines.Take(Most)], lines.Count);
    }

    internal static async Task<IReadOnlyList<Line>> AllAsync(Filter filter, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var today = JapaneseEra.DayInTokyo(clock.GetUtcNow());
        var ends = (await PeriodEnds.HandleAsync(db, stop)).GroupBy(static row => row.ClientId).ToDictionary(static rows => rows.Key, static rows => rows.Min(static row => row.On));
        var clients = await db.Clients.Select(static client => new { client.Id, client.Name, client.Kana }).ToDictionaryAsync(static client => client.Id, stop);
        var files = await db.Cases.AsNoTracking()
            .Where(static file => file.ParentId == null && file.Status == CaseStatus.Open && file.Subject != null)
            .Select(static file => new { file.Id, file.ProcedureKey, file.ProcedureName, file.Subject, State = file.ProcedureKey == MonitoringDueWorker.Procedure ? file.State : "" })
            .ToListAsync(stop);
        var lines =
            from file in files
            where Guid.TryParse(file.Subject, CultureInfo.InvariantCulture, out _)
            let clientId = Guid.Parse(file.Subject!, CultureInfo.InvariantCulture)
            where clients.ContainsKey(clientId)
            let deadline = file.State.Length > 0 ? MonthOf(file.State) : ends.TryGetValue(clientId, out var end) ? (DeadlineKind.CertificateEnds, end) : default((DeadlineKind Kind, DateOnly On)?)
            where deadline is not null
            let left = deadline.Value.On.DayNumber - today.DayNumber
            where filter.Days is not { } days || left <= days
            select new Line(file.Id, file.ProcedureName, clientId, clients[clientId].Name, deadline.Value.Kind, deadline.Value.On, left);

        return [.. lines.OrderBy(static line => line.DaysLeft).ThenBy(line => clients[line.ClientId].Kana, StringComparer.Ordinal).ThenBy(static line => line.CaseId)];
    }

    /// <summary>The last day of the month that a monitoring case is about.</summary>
    private static (DeadlineKind Kind, DateOnly On)? MonthOf(string state) =>
        CaseFormat.Read(state).Variables["month"] is Value.Day month ? (DeadlineKind.MonitoringMonth, MonitoringMonths.FirstDay(month.On).AddMonths(1).AddDays(-1)) : null;
}

using OfficeWorkflow.Server.Automation.Jobs;
using OfficeWorkflow.Server.Office.Notices;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App.Housekeeping;

internal sealed class ScanMonitoringJob(OfficeDbs dbs, TimeProvider clock) : Job
{
    public override string Key => "monitoring-scan";

    public override string Name => "モニタリングの月の確認";

    public override string Purpose => "指定された月のモニタリングが、月の半ばになっても始まっていないもの、報告のないまま月が過ぎたものをお知らせに出します。";

    public override JobTimes Times => JobTimes.DailyAt(5, 10);

    public override async Task<string> RunAsync(CancellationToken stop) =>
        $"新しいお知らせは {await OfficeRounds.SumAsync(dbs, (db, office) => ScanMonitoring.HandleAsync(db, office, clock.GetUtcNow(), stop), stop)} 件です。";
}

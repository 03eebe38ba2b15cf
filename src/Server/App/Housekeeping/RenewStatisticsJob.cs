using OfficeWorkflow.Server.Automation.Jobs;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App.Housekeeping;

internal sealed class RenewStatisticsJob(OfficeDbs dbs) : Job
{
    public override string Key => "statistics";

    public override string Name => "一覧を速く保つ手入れ";

    public override string Purpose => "データベースに件数を数え直させます。作業や案件が増えても、一覧がすぐに開くようにするためです。";

    public override JobTimes Times => JobTimes.DailyAt(4, 0);

    public override async Task<string> RunAsync(CancellationToken stop) => await QueryStatistics.RenewAsync(dbs, stop)
        ? "件数を数え直しました。"
        : "このデータベースは自分で数え直すので、することはありませんでした。";
}

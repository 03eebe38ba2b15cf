using OfficeWorkflow.Server.Automation.Incidents.Examining;
using OfficeWorkflow.Server.Automation.Jobs;

namespace OfficeWorkflow.Server.App.Housekeeping;

internal sealed class ExamineCasesJob(Doctor doctor) : Job
{
    public override string Key => "doctor";

    public override string Name => "案件の点検";

    public override string Purpose => "進行中の案件が待っているものと、実際にある作業や知らせとを突き合わせ、すべての案件の状態を記録からたどり直して確かめます。直すのは「止まった案件」の点検のページからです。";

    public override JobTimes Times => JobTimes.DailyAt(4, 30);

    public override async Task<string> RunAsync(CancellationToken stop)
    {
        var report = await doctor.HandleAsync(new Scope.System("doctor"), repairs: false, stop);
        return $"{report.Examined} 件の案件を調べ、悪いところは {report.Ailments.Count} 件でした。";
    }
}

using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Jobs;

namespace OfficeWorkflow.Server.App.Housekeeping;

internal sealed class SealAuditJob(Sealer sealer) : Job
{
    public override string Key => "audit-sealing";

    public override string Name => "監査の記録の封印";

    public override string Purpose => "ふだんは1秒ほどで封印される監査の記録に、漏れがないかをすべて見直します。";

    public override JobTimes Times => JobTimes.DailyAt(2, 30);

    public override async Task<string> RunAsync(CancellationToken stop) => $"残っていた {await sealer.SealAllAsync(stop)} 件を封印しました。";
}

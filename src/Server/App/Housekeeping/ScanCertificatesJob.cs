using OfficeWorkflow.Server.Automation.Jobs;
using OfficeWorkflow.Server.Office.Notices;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App.Housekeeping;

internal sealed class ScanCertificatesJob(OfficeDbs dbs, TimeProvider clock) : Job
{
    public override string Key => "certificate-scan";

    public override string Name => "受給者証の期限の確認";

    public override string Purpose => "60日以内に終わる受給者証のうち、更新の計画づくりが始まっていないものをお知らせに出します。";

    public override JobTimes Times => JobTimes.DailyAt(5, 0);

    public override async Task<string> RunAsync(CancellationToken stop) =>
        $"新しいお知らせは {await OfficeRounds.SumAsync(dbs, (db, office) => ScanCertificates.HandleAsync(db, office, clock.GetUtcNow(), stop), stop)} 件です。";
}

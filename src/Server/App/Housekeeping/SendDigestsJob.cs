using OfficeWorkflow.Server.Automation.Jobs;
using OfficeWorkflow.Server.Channels.Mail.Digests;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App.Housekeeping;

internal sealed class SendDigestsJob(OfficeDbs dbs, SendDigests digests) : Job
{
    public override string Key => "mail-digest";

    public override string Name => "まとめのメール";

    public override string Purpose => "「1日1回にまとめる」を選んだ人に、たまったメールを1通にして送ります。用がなくなったものは外します。休みの日には送りません。";

    public override JobTimes Times => JobTimes.DailyAt(8, 50);

    public override async Task<string> RunAsync(CancellationToken stop) =>
        $"{await OfficeRounds.SumAsync(dbs, (db, office) => digests.HandleAsync(db, office, stop), stop)} 通を書きました。";
}

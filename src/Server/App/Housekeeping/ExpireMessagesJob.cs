using OfficeWorkflow.Server.Automation.Jobs;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App.Housekeeping;

internal sealed class ExpireMessagesJob(OfficeDbs dbs, TimeProvider clock) : Job
{
    public override string Key => "message-expiry";

    public override string Name => "届いたままの連絡の期限";

    public override string Purpose => "待つ案件がないまま期限を過ぎた連絡に、期限切れの印を付けます。";

    public override JobTimes Times => JobTimes.DailyAt(3, 0);

    public override async Task<string> RunAsync(CancellationToken stop) => $"{await ExpireMessages.HandleAsync(dbs, clock, stop)} 件を期限切れにしました。";
}

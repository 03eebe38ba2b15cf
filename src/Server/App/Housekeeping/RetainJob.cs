using OfficeWorkflow.Server.Automation.Jobs;
using OfficeWorkflow.Server.Channels.Mail.Incoming;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App.Housekeeping;

internal sealed class RetainJob(OfficeDbs dbs, IncomingFolder folder, TimeProvider clock) : Job
{
    public override string Key => "retention";

    public override string Name => "期限を過ぎた控えの片付け";

    public override string Purpose =>
        "使い終わったサインインの控え、リンク、外部のプログラムへの答えの控え、古い実行の記録、取り込まれないまま30日を過ぎたファイル、読み終えた受信メールのファイルを消します。業務の記録は消しません。";

    public override JobTimes Times => JobTimes.DailyAt(3, 30);

    public override async Task<string> RunAsync(CancellationToken stop)
    {
        var rows = await Retain.HandleAsync(dbs, clock, stop);
        return $"{rows + folder.Forget(clock.GetUtcNow())} 件を消しました。";
    }
}

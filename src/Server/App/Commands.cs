using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.App.Backups;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Incidents.Examining;
using OfficeWorkflow.Server.People.Tokens;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App;

/// <summary>What the server does when it is called with a command instead of being started.</summary>
internal static class Commands
{
    /// <returns>The exit code; null when there is no command and the server is to be started.</returns>
    public static async Task<int?> RunAsync(WebApplication app, IReadOnlyList<string> args, CancellationToken stop) => args switch
    {
        ["token", "create", "--person", var mail, ..] => await CreateTokenAsync(app, mail, stop),
        ["token", "revoke", "--person", var mail, ..] => await RevokeTokensAsync(app, mail, stop),
        ["token", ..] => await UsageAsync(),
        ["audit", "verify", "--head", var head, ..] => await VerifyAuditAsync(app, head, stop),
        ["audit", "verify", ..] => await VerifyAuditAsync(app, noted: null, stop),
        ["audit", ..] => await UsageAsync(),
        ["doctor", ..] => await ExamineAsync(app, args.Contains("--repair", StringComparer.Ordinal), stop),
        _ => null,
    };

    private static async Task<int> CreateTokenAsync(WebApplication app, string mail, CancellationToken stop)
    {
        var clock = app.Services.GetRequiredService<TimeProvider>();
        switch (await CreateToken.HandleAsync(mail, app.Services.GetRequiredService<OfficeDbs>(), clock, stop))
        {
            case Outcome<string>.Done done:
                await Console.Out.WriteLineAsync(done.Value);
                return 0;
            case Outcome<string>.Refused no:
                await Console.Error.WriteLineAsync(no.Refusal.Reason);
                return 1;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<int> RevokeTokensAsync(WebApplication app, string mail, CancellationToken stop)
    {
        switch (await RevokeTokens.HandleAsync(mail, app.Services.GetRequiredService<OfficeDbs>(), app.Services.GetRequiredService<TimeProvider>(), stop))
        {
            case Outcome<int>.Done done:
                await Console.Out.WriteLineAsync($"{done.Value} 個の鍵を無効にしました。");
                return 0;
            case Outcome<int>.Refused no:
                await Console.Error.WriteLineAsync(no.Refusal.Reason);
                return 1;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<int> VerifyAuditAsync(WebApplication app, string? noted, CancellationToken stop)
    {
        var report = await VerifyAudit.HandleAsync(
            noted, app.Services.GetRequiredService<OfficeDbs>(), app.Services.GetRequiredService<TimeProvider>(), stop);
        await Console.Out.WriteLineAsync(
            $"封印された記録 {report.Sealed} 件、中身のない記録 {report.Missing} 件、封印を待つ記録 {report.Unsealed} 件。いまの値: {report.Head ?? "なし"}");
        foreach (var flaw in report.Flaws)
        {
            await Console.Error.WriteLineAsync($"{flaw.Code}: {flaw.Reason}");
        }

        return report.IsWhole ? 0 : 1;
    }

    /// <returns>0 when all cases are well, or were mended.</returns>
    private static async Task<int> ExamineAsync(WebApplication app, bool repairs, CancellationToken stop)
    {
        var report = await app.Services.GetRequiredService<Doctor>().HandleAsync(new Scope.System("doctor"), repairs, stop);
        foreach (var ailment in report.Ailments)
        {
            await Console.Out.WriteLineAsync(
                $"{ailment.CaseId} {ailment.Code} {ailment.NodeId}: {ailment.Reason}{(ailment.IsRepaired ? "直しました: " : "")}{ailment.Repair ?? "控え（バックアップ）から戻してください。"}");
        }

        await Console.Out.WriteLineAsync(
            $"{report.Examined} 件の案件を調べました。悪いところ {report.Ailments.Count} 件、直したところ {report.Ailments.Count(static one => one.IsRepaired)} 件。");
        if (!report.IsWell && !repairs)
        {
            await Console.Out.WriteLineAsync("直すには --repair を付けてください。");
        }

        return report.IsWell ? 0 : 1;
    }

    private static async Task<int> UsageAsync()
    {
        await Console.Error.WriteLineAsync("usage: Server token create --person MAIL [--data DIR]");
        await Console.Error.WriteLineAsync("       Server token revoke --person MAIL [--data DIR]");
        await Console.Error.WriteLineAsync("       Server audit verify [--head NUMBER:HASH] [--data DIR]");
        await Console.Error.WriteLineAsync($"       {VerifyCommand.Usage}");
        await Console.Error.WriteLineAsync("       Server doctor [--repair] [--data DIR]");
        await Console.Error.WriteLineAsync(BackupCommands.Usage);
        return 2;
    }
}

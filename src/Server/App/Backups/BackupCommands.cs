using System.Diagnostics;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Incidents.Examining;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Storage.Backups;

namespace OfficeWorkflow.Server.App.Backups;

/// <summary>
/// <c>Server backup</c>, <c>restore</c> and <c>drill</c>. They run before anything else touches the database: a backup is made before an upgrade
/// changes the schema, and a restore needs an empty place.
/// </summary>
internal static class BackupCommands
{
    public const string Usage = """
               Server backup [--to FILE|DIR] [--data DIR]
               Server restore --from FILE [--data DIR]
               Server drill [--from FILE] [--data DIR]
        """;

    /// <returns>The exit code; null when it is another command, or none.</returns>
    public static async Task<int?> RunAsync(WebApplication app, IReadOnlyList<string> args, CancellationToken stop) => args switch
    {
        ["backup", ..] => await BackupAsync(app, stop),
        ["restore", ..] => await RestoreAsync(app, stop),
        ["drill", ..] => await DrillAsync(app, stop),
        _ => null,
    };

    private static async Task<int> BackupAsync(WebApplication app, CancellationToken stop) =>
        await MakeAsync(app, app.Configuration["Backup:To"], stop) switch
        {
            Outcome<(string File, BackupManifest Manifest)>.Done done => await SayAsync($"控えを作りました（{done.Value.Manifest.RowCount} 件）: {done.Value.File}"),
            Outcome<(string File, BackupManifest Manifest)>.Refused no => await RefuseAsync(no.Refusal),
            _ => throw new UnreachableException(),
        };

    private static Task<Outcome<(string File, BackupManifest Manifest)>> MakeAsync(WebApplication app, string? target, CancellationToken stop) => Backup.HandleAsync(
        DatabaseOf(app), app.Services.GetRequiredService<Settings>().DataDirectory, target, app.Services.GetRequiredService<TimeProvider>(), stop);

    private static async Task<int> RestoreAsync(WebApplication app, CancellationToken stop)
    {
        if (app.Configuration["Backup:From"] is not { Length: > 0 } file)
        {
            return await RefuseAsync(new Refusal("from-missing", "戻す控えのファイルを --from で指定してください。"));
        }

        return await Restore.HandleAsync(file, DatabaseOf(app), app.Services.GetRequiredService<Settings>().DataDirectory, stop) switch
        {
            Outcome<BackupManifest>.Done done => await SayAsync($"{done.Value.MadeAt:yyyy-MM-dd HH:mm} の控えから {done.Value.RowCount} 件を戻しました。いつものように起動してください。"),
            Outcome<BackupManifest>.Refused no => await RefuseAsync(no.Refusal),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>On the file given, or on a backup made for it now.</summary>
    private static async Task<int> DrillAsync(WebApplication app, CancellationToken stop)
    {
        if (app.Configuration["Backup:From"] is { Length: > 0 } given)
        {
            return await DrillAsync(app, given, stop);
        }

        var folder = Directory.CreateTempSubdirectory("office-drill-").FullName;
        try
        {
            return await MakeAsync(app, folder, stop) switch
            {
                Outcome<(string File, BackupManifest Manifest)>.Done done => await DrillAsync(app, done.Value.File, stop),
                Outcome<(string File, BackupManifest Manifest)>.Refused no => await RefuseAsync(no.Refusal),
                _ => throw new UnreachableException(),
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> DrillAsync(WebApplication app, string file, CancellationToken stop)
    {
        switch (await Drill.HandleAsync(file, DatabaseOf(app), dbs => LookAsync(app, dbs, stop), stop))
        {
            case Outcome<(BackupManifest Manifest, IReadOnlyList<string> Findings)>.Done done:
                foreach (var finding in done.Value.Findings)
                {
                    await Console.Error.WriteLineAsync(finding);
                }

                await SayAsync($"復元の訓練: {done.Value.Manifest.RowCount} 件を別の場所に戻せました。悪いところは {done.Value.Findings.Count} 件です。");
                return done.Value.Findings.Count == 0 ? 0 : 1;
            case Outcome<(BackupManifest Manifest, IReadOnlyList<string> Findings)>.Refused no:
                return await RefuseAsync(no.Refusal);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The cases are well and the audit's chain is whole.</summary>
    internal static async Task<IReadOnlyList<string>> LookAsync(WebApplication app, OfficeDbs dbs, CancellationToken stop)
    {
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var doctor = new Doctor(dbs, app.Services.GetRequiredService<CaseRunner>(), clock);
        var report = await doctor.HandleAsync(new Scope.System("doctor"), repairs: false, stop);
        var audit = await VerifyAudit.HandleAsync(noted: null, dbs, clock, stop);
        return
        [
            .. report.Ailments.Select(static ailment => $"案件 {ailment.CaseId}: {ailment.Reason}（{ailment.Code}）"),
            .. audit.Flaws.Select(static flaw => $"監査: {flaw.Reason}（{flaw.Code}）"),
        ];
    }

    private static Database DatabaseOf(WebApplication app) => app.Services.GetRequiredService<OfficeDbs>().Database;

    private static async Task<int> SayAsync(string text)
    {
        await Console.Out.WriteLineAsync(text);
        return 0;
    }

    private static async Task<int> RefuseAsync(Refusal refusal)
    {
        await Console.Error.WriteLineAsync(refusal.Reason);
        return 1;
    }
}

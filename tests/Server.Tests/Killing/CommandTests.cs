using Microsoft.Data.Sqlite;

namespace OfficeWorkflow.Server.Tests.Killing;

public sealed class CommandTests
{
    [Fact]
    public async Task A_killed_office_is_backed_up_lost_restored_and_examined_by_commands()
    {
        await using var process = new ServerProcess();
        await process.OpenAsync(failpoint: null);
        await process.KillAsync();
        var backup = Path.Combine(process.Folder, "backup.zip");
        var office = Path.Combine(process.Folder, "office");

        var nothing = await process.CommandAsync("restore");
        var made = await process.CommandAsync("backup", "--to", backup);
        var again = await process.CommandAsync("backup", "--to", backup);
        SqliteConnection.ClearAllPools();
        Directory.Delete(office, recursive: true);
        var restored = await process.CommandAsync("restore", "--from", backup);
        var drilled = await process.CommandAsync("drill");
        var examined = await process.CommandAsync("doctor", "--repair");

        Assert.Equal((1, 0, 1, 0, 0, 0), (nothing.Code, made.Code, again.Code, restored.Code, drilled.Code, examined.Code));
        Assert.Contains("--from で指定", nothing.Said, StringComparison.Ordinal);
        Assert.Contains("もうあります", again.Said, StringComparison.Ordinal);
        Assert.Contains("悪いところは 0 件", drilled.Said, StringComparison.Ordinal);
        Assert.Contains("悪いところ 0 件", examined.Said, StringComparison.Ordinal);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using OfficeWorkflow.Server.App;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App;

public sealed class SeveralStartsTests
{
    private const int Servers = 4;

    [Fact]
    public async Task Servers_that_start_at_one_moment_on_a_new_database_all_start_and_what_they_bring_is_there_once()
    {
        var alone = await StartAsync(servers: 1);

        var together = await StartAsync(Servers);

        Assert.Equal(alone, together);
        Assert.True(together is { Offices: 1, People: > 0, Holidays: > 0, Procedures: > 0 }, together.ToString());
    }

    private static async Task<Brought> StartAsync(int servers)
    {
        // Not even the database is there yet.
        var connection = new NpgsqlConnectionStringBuilder(await Postgres.NewDatabaseAsync());
        connection.Database += "_new";
        var folder = Directory.CreateTempSubdirectory("starts-").FullName;
        var started = Enumerable.Range(0, servers).Select(number => Server(connection.ToString(), Path.Combine(folder, $"{number}"))).ToList();
        await Task.WhenAll(started.Select(static server => Task.Run(() => server.PrepareAsync(CancellationToken.None))));
        Brought brought;
        await using (var db = started[0].Services.GetRequiredService<OfficeDbs>().Open(new Scope.System("test")))
        {
            brought = new Brought(
                await db.Offices.CountAsync(), await db.People.CountAsync(), await db.Holidays.CountAsync(), await db.Procedures.CountAsync());
        }

        foreach (var server in started)
        {
            await server.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
        return brought;
    }

    private static WebApplication Server(string connection, string folder)
    {
        Directory.CreateDirectory(folder);
        var builder = WebApplication.CreateBuilder(
            ["--Pump:Runs=false", "--urls=http://127.0.0.1:0", $"--Data={folder}", "--Database:Provider=postgres", $"--Database:ConnectionString={connection}"]);
        builder.AddOfficeWorkflow();
        builder.Logging.ClearProviders();
        return builder.Build();
    }

    private sealed record Brought(int Offices, int People, int Holidays, int Procedures);
}

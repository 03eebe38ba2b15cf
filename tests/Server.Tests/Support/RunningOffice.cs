using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>
/// The whole server, running in this process on a database of its own, with a clock that stands still. Nothing happens by itself:
/// outbox and timers are performed when a test says so.
/// </summary>
public abstract class RunningOffice : IAsyncLifetime
{
    private WebApplicationFactory<Program>? factory;

    public ManualClock Clock { get; } = new(ManualClock.FirstDay);

    /// <summary>Performs the steps <c>Test.Echo</c> of the tests' procedures.</summary>
    public EchoWorker Echo { get; } = new();

    /// <summary>Performs the outbox entries of kind <c>parcel</c>.</summary>
    public ParcelPerformer Parcels { get; } = new();

    /// <summary>Stands in the way of the mails while the outbox has an entry of kind <c>letter</c>.</summary>
    public StuckLetterPerformer Letters { get; } = new();

    /// <summary>Further settings, made before the server starts.</summary>
    public IDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>From where requests seem to come; set before the server starts.</summary>
    public System.Net.IPAddress RemoteAddress { get; init; } = System.Net.IPAddress.Loopback;

    /// <summary>The settings that chose its database, for another server that works on it too.</summary>
    public IReadOnlyDictionary<string, string> Database { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string DataDirectory { get; } = Directory.CreateTempSubdirectory("office-").FullName;

    public IServiceProvider Services => Factory.Services;

    internal OfficeDbs Dbs => Services.GetRequiredService<OfficeDbs>();

    /// <summary>What looks on at its database.</summary>
    protected virtual IEnumerable<IInterceptor> Onlookers => [];

    /// <summary>Whether the server runs as a rehearsal, with the clock of a rehearsal.</summary>
    protected virtual bool IsRehearsal => false;

    private WebApplicationFactory<Program> Factory => factory ?? throw new InvalidOperationException("The office has not started.");

    public HttpClient Client() => Factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A context that sees every office.</summary>
    public OfficeDb Db() => Dbs.Open(new Scope.System("test"));

    public OfficeDb Db(Scope scope) => Dbs.Open(scope);

    /// <summary>A new office without any procedure.</summary>
    public async Task<Guid> NewOfficeAsync()
    {
        await using var db = Db();
        var office = new OfficeFile { Id = Guid.CreateVersion7(), Name = "相談支援事業所S", Number = "1234567890" };
        db.Offices.Add(office);
        await db.SaveChangesAsync();
        return office.Id;
    }

    /// <summary>Performs all that is due now: outbox, timers, inbox, messages.</summary>
    public Task<int> DrainAsync() => Services.GetRequiredService<Pump>().DrainAsync(CancellationToken.None);

    /// <summary>Time passes as it does: everything happens when it falls due.</summary>
    public async Task UntilAsync(DateTimeOffset at)
    {
        var pump = Services.GetRequiredService<Pump>();
        await DrainAsync();
        while (await pump.NextDueAsync(CancellationToken.None) is { } due && due <= at)
        {
            // What is due already and was not performed waits for something else.
            Clock.MoveTo(due > Clock.GetUtcNow() ? due : Clock.GetUtcNow().AddMinutes(1));
            await DrainAsync();
        }

        Clock.MoveTo(at);
        await DrainAsync();
    }

    public async Task InitializeAsync()
    {
        Database = await DatabaseAsync();
        Begin();
    }

    /// <summary>The server ends, and another one begins on the same data. Who was signed in signs in again.</summary>
    public async Task RestartAsync()
    {
        await Factory.DisposeAsync();
        Begin();
    }

    public async Task DisposeAsync()
    {
        await Factory.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(DataDirectory, recursive: true);
    }

    private void Begin()
    {
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => Configure(host, Database));
        _ = factory.Server;
    }

    /// <summary>The settings that choose the database.</summary>
    protected abstract Task<IReadOnlyDictionary<string, string>> DatabaseAsync();

    private void Configure(IWebHostBuilder host, IReadOnlyDictionary<string, string> settings)
    {
        host.UseSetting("Data", DataDirectory);
        host.UseSetting("Empty", "true");
        host.UseSetting("Pump:Runs", "false");
        if (IsRehearsal)
        {
            host.UseSetting("Rehearsal:On", "true");
            host.UseSetting("Rehearsal:At", "2026-01-19T09:00");
        }

        foreach (var (key, value) in settings.Concat(Settings))
        {
            host.UseSetting(key, value);
        }

        host.ConfigureTestServices(services =>
        {
            if (!IsRehearsal)
            {
                services.AddSingleton<TimeProvider>(Clock);
            }

            services.AddSingleton<IStartupFilter>(new RemoteAddress(RemoteAddress));
            services.AddSingleton<Worker>(Echo);
            services.AddTestForms();
            // Thousands of members join and sign in here; how long a guess takes is not what these tests are about.
            services.Configure<PasswordHasherOptions>(static options => options.IterationCount = 1000);
            services.AddSingleton<Performer>(Parcels);
            services.AddSingleton<Performer>(Letters);
            services.AddScoped<GuestPurpose, AskedPurpose>();
            foreach (var onlooker in Onlookers)
            {
                services.AddSingleton(onlooker);
            }
        });
    }

    public class OnSqlite : RunningOffice
    {
        protected override async Task<IReadOnlyDictionary<string, string>> DatabaseAsync()
        {
            await MigratedDatabases.CopyToAsync(Path.Combine(DataDirectory, "office.db"));
            return new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Database:Provider"] = "sqlite",
            };
        }
    }

    public class OnPostgres : RunningOffice
    {
        protected override async Task<IReadOnlyDictionary<string, string>> DatabaseAsync() =>
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Database:Provider"] = "postgres",
                ["Database:ConnectionString"] = await MigratedDatabases.OnPostgresAsync(),
            };
    }

    public sealed class RehearsalOnSqlite : OnSqlite
    {
        protected override bool IsRehearsal => true;
    }

    public sealed class RehearsalOnPostgres : OnPostgres
    {
        protected override bool IsRehearsal => true;
    }
}

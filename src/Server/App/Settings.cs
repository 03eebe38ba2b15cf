using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OfficeWorkflow.Server.App.Rehearsing;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.App;

/// <summary>What command line and configuration decide once, before anything is built.</summary>
/// <param name="DataDirectory">Where the SQLite file, keys and mail files lie.</param>
/// <param name="RehearsalAt">Where the clock of a rehearsal begins; null outside rehearsals.</param>
/// <param name="IsEmpty">No demo office on a new database.</param>
/// <param name="PumpRuns">Whether outbox and timers are performed by themselves; tests perform them step by step.</param>
public sealed record Settings(string DataDirectory, DateTimeOffset? RehearsalAt, bool IsEmpty, bool PumpRuns)
{
    public bool IsRehearsal => RehearsalAt is not null;

    public static Settings From(IConfiguration configuration)
    {
        var data = Path.GetFullPath(configuration["Data"] ?? "data");
        var isRehearsal = configuration.GetValue("Rehearsal:On", defaultValue: false);
        return new Settings(
            isRehearsal ? RehearsalCopy.Make(data, configuration["Rehearsal:Into"]) : data,
            isRehearsal ? RehearsalStart(configuration["Rehearsal:At"]) : null,
            configuration.GetValue("Empty", defaultValue: false),
            configuration.GetValue("Pump:Runs", defaultValue: true));
    }

    /// <summary>The clock that everything reads.</summary>
    public TimeProvider Clock() =>
        RehearsalAt is { } start ? RehearsalClock.Open(Path.Combine(DataDirectory, "clock"), start) : TimeProvider.System;

    public Database Database(IConfiguration configuration, IEnumerable<IInterceptor> interceptors) =>
        Provider(configuration) is DatabaseProvider.Postgres
            ? Storage.Database.Postgres(
                configuration["Database:ConnectionString"]
                ?? throw new InvalidOperationException("Database:ConnectionString is needed for PostgreSQL."),
                interceptors)
            : Storage.Database.Sqlite(configuration["Database:File"] ?? Path.Combine(DataDirectory, "office.db"), interceptors);

    public static DatabaseProvider Provider(IConfiguration configuration) =>
        string.Equals(configuration["Database:Provider"], "postgres", StringComparison.OrdinalIgnoreCase) ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite;

    /// <summary>A moment without an offset is meant in Tokyo.</summary>
    private static DateTimeOffset RehearsalStart(string? at)
    {
        if (at is null)
        {
            return TimeProvider.System.GetUtcNow();
        }

        var local = DateTime.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        return local.Kind is DateTimeKind.Unspecified
            ? new DateTimeOffset(local, WorkCalendar.Tokyo.GetUtcOffset(local))
            : new DateTimeOffset(local);
    }
}

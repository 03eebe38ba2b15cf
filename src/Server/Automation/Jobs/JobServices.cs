using Npgsql;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using Quartz;

namespace OfficeWorkflow.Server.Automation.Jobs;

/// <summary>Who wakes the housekeeping: Quartz, clustered where several nodes share a database, or the moved clock of a rehearsal.</summary>
internal static class JobServices
{
    private const string SchedulerName = "office";

    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    public static void AddHousekeeping(this IServiceCollection services) => services.AddSingleton<Housekeeping>();

    public static void AddRehearsedCalendar(this IServiceCollection services) => services.AddSingleton<PumpSource, CalendarSource>();

    public static void AddCalendar(this IServiceCollection services, DatabaseProvider provider, string? connectionString)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(static options =>
            {
                options.InstanceName = SchedulerName;
                options.GenerateInstanceId = true;
            });
            if (provider is DatabaseProvider.Sqlite)
            {
                quartz.UseInMemoryStore();
                return;
            }

            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(NpgsqlFactory.Instance, connectionString ?? "");
                store.ProvisionSchema();
                store.UseClustering(static cluster => cluster.CheckinInterval = CheckIn);
            });
        });
        services.AddQuartzHostedService(static options => options.WaitForJobsToComplete = true);
        services.AddHostedService<CalendarHost>();
    }
}

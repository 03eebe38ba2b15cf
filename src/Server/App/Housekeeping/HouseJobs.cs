using OfficeWorkflow.Server.Automation.Jobs;

namespace OfficeWorkflow.Server.App.Housekeeping;

/// <summary>Contents: what the server does by itself, in the order of the page.</summary>
internal static class HouseJobs
{
    public static void AddHouseJobs(this IServiceCollection services)
    {
        services.AddSingleton<Job, SealAuditJob>();
        services.AddSingleton<Job, ExpireMessagesJob>();
        services.AddSingleton<Job, RetainJob>();
        services.AddSingleton<Job, RenewStatisticsJob>();
        services.AddSingleton<Job, ExamineCasesJob>();
        services.AddSingleton<Job, ScanCertificatesJob>();
        services.AddSingleton<Job, ScanMonitoringJob>();
        services.AddSingleton<Job, SendDigestsJob>();
    }
}

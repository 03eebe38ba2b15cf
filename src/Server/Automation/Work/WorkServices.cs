using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Work.Bulk;

namespace OfficeWorkflow.Server.Automation.Work;

internal static class WorkServices
{
    /// <param name="forms">The form files that the procedures name, as JSON text.</param>
    public static void AddWork(this IServiceCollection services, IEnumerable<string> forms)
    {
        services.AddSingleton(_ => new FormLibrary([.. forms]));
        services.AddSingleton<WorkDesk>();
        services.AddSingleton<BulkWork>();
    }
}

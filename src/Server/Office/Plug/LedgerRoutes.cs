using OfficeWorkflow.Server.Office.Arriving;
using OfficeWorkflow.Server.Office.Assessments;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Decisions;
using OfficeWorkflow.Server.Office.Municipalities;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Preparing;
using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.Office.Providers;

namespace OfficeWorkflow.Server.Office.Plug;

/// <summary>Contents: the addresses of the ledger, one line per feature.</summary>
internal static class LedgerRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        ClientRoutes.Map(app);
        CertificateRoutes.Map(app);
        PrivacyRoutes.Map(app);
        AssessmentRoutes.Map(app);
        PlanRoutes.Map(app);
        DecisionRoutes.Map(app);
        ProviderRoutes.Map(app);
        ContactRoutes.Map(app);
        MunicipalityRoutes.Map(app);
        ArrivalRoutes.Map(app);
        PreparationRoutes.Map(app);
    }
}

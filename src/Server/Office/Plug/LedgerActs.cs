using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.TakeOvers;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.Office.Assessments;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Contracts;
using OfficeWorkflow.Server.Office.Deadlines;
using OfficeWorkflow.Server.Office.Decisions;
using OfficeWorkflow.Server.Office.Deliveries;
using OfficeWorkflow.Server.Office.Ledger;
using OfficeWorkflow.Server.Office.Notices;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Providers;

namespace OfficeWorkflow.Server.Office.Plug;

/// <summary>Contents: what the ledger plugs into automation.</summary>
internal static class LedgerActs
{
    public static void AddLedger(this IServiceCollection services)
    {
        services.AddSingleton<FormAct, ContractAct>();
        services.AddSingleton<FormAct, ContractReportAct>();
        services.AddSingleton<FormAct, InfoProvisionAct>();
        services.AddSingleton<FormAct, PlanRequestAct>();
        services.AddSingleton<FormAct, AssessmentAct>();
        services.AddSingleton<FormAct, PlanDraftAct>();
        services.AddSingleton<FormAct, DraftDeliveryAct>();
        services.AddSingleton<FormAct, SubmitToCityAct>();
        services.AddSingleton<FormAct, BenefitDecisionAct>();
        services.AddSingleton<FormAct, PlanFinalAct>();
        services.AddSingleton<FormAct, PlanDeliveryAct>();
        services.AddSingleton<Worker, DeliveryListWorker>();
        services.AddSingleton<LedgerSource, ContractLedger>();
        services.AddSingleton<LedgerSource, PlanLedger>();
        services.AddSingleton<LedgerSource, CircleLedger>();
        services.AddSingleton<LedgerSource, TakenOverLedger>();
        services.AddSingleton<TakeOverRecords, LedgerTakeOver>();
        services.AddSingleton<ListSource, ClientRows>();
        services.AddSingleton<ListSource, ProviderRows>();
        services.AddSingleton<ListSource, ContactRows>();
        services.AddSingleton<ListSource, NoticeRows>();
        services.AddSingleton<ListSource, DeadlineRows>();
    }
}

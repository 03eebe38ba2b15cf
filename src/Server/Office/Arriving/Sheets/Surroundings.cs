using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>What the office has registered already, against which lines are read.</summary>
public sealed record Surroundings(
    IReadOnlyList<Municipality> Municipalities,
    IReadOnlyList<Provider> Providers,
    IReadOnlyList<Contact> Contacts,
    IReadOnlyList<Client> Clients,
    IReadOnlyList<FamilyMember> Family,
    IReadOnlyList<Certificate> Certificates,
    IReadOnlyList<ServicePlan> Plans,
    IReadOnlyList<ServiceKind> ServiceKinds,
    IReadOnlyList<Option> Specialists,
    Viewer Viewer,
    DateTimeOffset Now)
{
    public DateOnly Today => JapaneseEra.DayInTokyo(Now);
}

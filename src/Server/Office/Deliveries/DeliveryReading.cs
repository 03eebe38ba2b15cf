using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Plug;

namespace OfficeWorkflow.Server.Office.Deliveries;

/// <summary>What the three delivery forms have in common: a day, a means, a proof.</summary>
internal static class DeliveryReading
{
    public static Delivery Read(
        ActContext context, ServicePlan plan, ActReader read, string dayKey, string dayLabel, (AddresseeKind Kind, Guid Id, string Name) to) => new()
        {
            Id = Guid.CreateVersion7(),
            OfficeId = context.OfficeId,
            ClientId = plan.ClientId,
            CaseId = context.CaseId,
            PlanId = plan.Id,
            Kind = to.Kind,
            AddresseeId = to.Id,
            AddresseeName = to.Name,
            DeliveredOn = AfterConsent(plan, read, dayKey, dayLabel),
            Means = read.RequiredChoice<DeliveryMeans>("means", "方法"),
            Proof = read.Text("proof"),
            DocumentId = read.Id("document"),
            RecordedAt = context.At,
            RecordedBy = context.PersonId,
        };

    // 同意を得てから交付・提出する (duties: draft-consent, plan-delivery).
    private static DateOnly AfterConsent(ServicePlan plan, ActReader read, string key, string label)
    {
        var day = read.PastDay(key, label);
        read.NotBefore(day, key, label, plan.ConsentedOn ?? plan.WrittenOn, "delivered-before-consent", plan.IsConsented ? "同意の日" : "作成した日");
        return day;
    }
}

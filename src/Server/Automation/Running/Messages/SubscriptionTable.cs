using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Running.Messages;

internal sealed class SubscriptionTable : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("subscriptions");
        builder.HasIndex(static subscription => new { subscription.OfficeId, subscription.MessageName, subscription.Key });
        builder.HasIndex(static subscription => new { subscription.CaseId, subscription.SubscriptionId }).IsUnique();
    }
}

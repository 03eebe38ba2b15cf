using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;

internal sealed class SavedTrialTable : IEntityTypeConfiguration<SavedTrial>
{
    public void Configure(EntityTypeBuilder<SavedTrial> builder)
    {
        builder.ToTable("saved_trials");
        builder.HasIndex(static trial => new { trial.OfficeId, trial.Key, trial.Name }).IsUnique();
    }
}

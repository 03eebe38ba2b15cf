using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Bench.Durable;

/// <summary>Cases of a bench are about nobody.</summary>
internal sealed class NoSubjects : SubjectList
{
    public override string Noun => "利用者";

    public override Task<IReadOnlyList<Option>> AllAsync(OfficeDb db, CancellationToken stop) => Task.FromResult<IReadOnlyList<Option>>([]);

    public override string? AddressOf(string subject) => null;
}

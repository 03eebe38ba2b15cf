using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People.Absences;

/// <summary>
/// 不在: somebody is away for some days and another stands in (代行). Nothing is handed over: what the absent person has, the substitute
/// may see and do on those days, and afterwards no longer.
/// </summary>
public sealed class Absence : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>Who is away.</summary>
    public required Guid PersonId { get; init; }

    public required Guid SubstituteId { get; init; }

    public required DateOnly FromOn { get; init; }

    /// <summary>The last day away.</summary>
    public required DateOnly UntilOn { get; init; }

    public required Guid SetBy { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    /// <summary>Who ended it before its last day, or took it back.</summary>
    public Guid? EndedBy { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public bool IsOn(DateOnly day) => EndedAt is null && FromOn <= day && day <= UntilOn;
}

using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Incidents;

/// <summary>Something went wrong that does not mend itself: a person must look.</summary>
public sealed class Incident : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public Guid? CaseId { get; init; }

    public required IncidentKind Kind { get; init; }

    /// <summary>Id of the token, entry, timer or message it is about.</summary>
    public required string About { get; init; }

    /// <summary>Where in the diagram; null when it is about no element.</summary>
    public string? NodeId { get; init; }

    /// <summary>Stable kebab-case code.</summary>
    public required string Code { get; init; }

    /// <summary>A Japanese sentence.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Who dealt with it; null when it went away by itself.</summary>
    public Guid? ClosedBy { get; set; }

    /// <summary>What was done, such as <c>retried</c> or <c>resolved</c>.</summary>
    public string? Outcome { get; set; }

    internal void Close(Scope scope, DateTimeOffset at, string outcome) =>
        (ClosedAt, ClosedBy, Outcome) = (at, (scope as Scope.Person)?.PersonId, outcome);
}

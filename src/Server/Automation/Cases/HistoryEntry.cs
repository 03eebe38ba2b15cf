using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>One thing told to a case, and the facts that came of it. Never changed.</summary>
public sealed class HistoryEntry : IOfficeRow
{
    public required Guid CaseId { get; init; }

    /// <summary>The case's revision after it: from 1, without gaps.</summary>
    public required int Number { get; init; }

    public required Guid OfficeId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Name of the input, such as <c>WorkFinished</c>.</summary>
    public required string Told { get; init; }

    /// <summary>Id of what it was about: work, call, timer, subscription or token.</summary>
    public string? About { get; init; }

    public Guid? By { get; init; }

    /// <summary>For a timer that fired later than it was due: by how many seconds.</summary>
    public int? LateBySeconds { get; init; }

    /// <summary>The events in order, a JSON list of what <c>CaseFormat</c> writes.</summary>
    public required string Events { get; init; }
}

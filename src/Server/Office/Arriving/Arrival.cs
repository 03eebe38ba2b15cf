using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Arriving;

/// <summary>A book that an office brought: shown first, taken over in one commit, and taken out again while nobody worked with it.</summary>
public sealed class Arrival : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required string FileName { get; init; }

    /// <summary>The file, until it is taken over: after that the rows are in the office, and a second copy of them would only be one more to guard.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "A column of bytes.")]
    public byte[]? Content { get; private set; }

    public ArrivalState State { get; private set; }

    public required DateTimeOffset BroughtAt { get; init; }

    public required Guid? BroughtBy { get; init; }

    public DateTimeOffset? TakenAt { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public static Arrival Of(Guid officeId, Guid? personId, string fileName, byte[] content, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        OfficeId = officeId,
        FileName = fileName,
        Content = content,
        BroughtAt = at,
        BroughtBy = personId,
    };

    public void Take(DateTimeOffset at) => (State, TakenAt, Content) = (ArrivalState.Taken, at, null);

    public void Undo(DateTimeOffset at) => (State, UndoneAt) = (ArrivalState.Undone, at);
}

using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.TakeOvers;

/// <summary>What the other wing is told when a case begins in the middle. Rows that it adds are saved in the same commit.</summary>
/// <param name="Before">Kinds of all steps before the place, done or not: keys of forms, called procedures, types of services.</param>
/// <param name="Done">Those that a person says were done.</param>
public sealed record TakeOverContext(
    OfficeDb Db,
    Guid OfficeId,
    Guid CaseId,
    string Subject,
    IReadOnlyList<string> Before,
    IReadOnlyList<TakenOverStep> Done,
    Guid PersonId,
    DateTimeOffset At);

using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>What an act may know and write to.</summary>
/// <param name="Db">The open context; rows added to it are saved in the commit that finishes the work. Never call SaveChanges.</param>
/// <param name="CaseId">The case the work belongs to.</param>
/// <param name="Subject">What the case is about: the id that <c>POST /cases</c> gave as subject (here, the client).</param>
/// <param name="Variables">The case's variables as this work sees them.</param>
/// <param name="Inputs">The task's evaluated inputs.</param>
/// <param name="PersonId">Who acts.</param>
/// <param name="At">When.</param>
public sealed record ActContext(
    OfficeDb Db,
    Guid OfficeId,
    Guid CaseId,
    Guid WorkId,
    string? Subject,
    Value.Record Variables,
    Value.Record Inputs,
    Guid PersonId,
    DateTimeOffset At);

using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>A person starts a procedure.</summary>
public static class StartCase
{
    /// <param name="subject">Id of what the case is about; null when the variables say it, or it is about nothing.</param>
    public static Task<Outcome<CaseFile>> HandleAsync(
        string procedureKey, string? subject, Value.Record variables, OfficeDb db, Beginning beginning, CancellationToken stop) =>
        db.Scope is Scope.Person person
            ? beginning.BeginAsync(
                db, new StartRequest(person.OfficeId, procedureKey, variables) { Subject = subject, By = person.PersonId }, stop)
            : throw new InvalidOperationException("A person starts a case; timers, messages and calls begin theirs by themselves.");
}

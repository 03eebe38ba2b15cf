using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>
/// How a wing plugs its own records into a work item's form. Registered in the container; found by <see cref="Name"/>.
/// May run more than once before a commit succeeds (a lost race is told again on fresh rows), so it keeps nothing.
/// </summary>
public abstract class FormAct
{
    /// <summary>The name that forms and steps use, such as <c>Office.Assessment</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Roles that may finish it, whatever the lane says; empty for no restriction. Acts reserved by law name the specialist here.</summary>
    public virtual IReadOnlyList<string> ReservedTo => [];

    /// <summary>What the designer offers to decide beforehand.</summary>
    public virtual IReadOnlyList<ActSetting> Settings => [];

    public virtual Task<FormPrefill> PrefillAsync(ActContext context, CancellationToken stop) => Task.FromResult(FormPrefill.Nothing);

    /// <summary>
    /// Checks the answers by the wing's rules and adds its rows to the context.
    /// </summary>
    /// <returns>The variables that go back to the case, or what is wrong.</returns>
    public abstract Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Value.Record answers, CancellationToken stop);
}

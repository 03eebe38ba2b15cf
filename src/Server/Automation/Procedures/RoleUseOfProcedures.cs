using OfficeWorkflow.Server.People.RoleUses;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Comparing;

namespace OfficeWorkflow.Server.Automation.Procedures;

/// <summary>The procedures whose version of today names a role.</summary>
internal sealed class RoleUseOfProcedures(ProcedureLibrary library, TimeProvider clock) : RoleUse
{
    public override async Task<ILookup<string, Option>> ByRoleAsync(OfficeDb db, CancellationToken stop) =>
    (
        from one in await library.InUseAsync(db, JapaneseEra.DayInTokyo(clock.GetUtcNow()), stop)
        from use in Uses.Of(one.Process)
        where use.Kind is WordKind.Role
        select (Role: use.Key, Procedure: new Option(one.Procedure.Key, one.Procedure.Name))
    ).ToLookup(static use => use.Role, static use => use.Procedure, StringComparer.Ordinal);
}

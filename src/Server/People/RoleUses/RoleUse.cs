using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.People.RoleUses;

/// <summary>Where the people of a role are needed. Registered by the wing that keeps procedures.</summary>
public abstract class RoleUse
{
    /// <summary>The procedures in use that give work to each role, by key and name.</summary>
    public abstract Task<ILookup<string, Option>> ByRoleAsync(OfficeDb db, CancellationToken stop);
}

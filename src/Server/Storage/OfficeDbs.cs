namespace OfficeWorkflow.Server.Storage;

/// <summary>Opens a context for whoever works outside a request: the pump, jobs, commands, start-up.</summary>
public sealed class OfficeDbs(Database database)
{
    public Database Database => database;

    public OfficeDb Open(Scope scope) => new(database, () => scope);
}

namespace OfficeWorkflow.Server.Storage;

public enum DatabaseProvider
{
    /// <summary>One file, one process.</summary>
    Sqlite,

    /// <summary>A server, as many processes as wanted.</summary>
    Postgres,
}

namespace OfficeWorkflow.Server.Storage.Backups;

/// <summary>What lies in a backup (控え), so that a restore can be held against it.</summary>
/// <param name="SchemaStep">The last schema step that the database had.</param>
/// <param name="Rows">How many rows each table had.</param>
/// <param name="Files">SHA-256 of each file of the backup.</param>
public sealed record BackupManifest(
    int Format,
    DatabaseProvider Provider,
    DateTimeOffset MadeAt,
    string? SchemaStep,
    IReadOnlyDictionary<string, long> Rows,
    IReadOnlyDictionary<string, string> Files)
{
    public const int CurrentFormat = 1;

    public const string FileName = "backup.json";

    public long RowCount => Rows.Values.Sum();
}

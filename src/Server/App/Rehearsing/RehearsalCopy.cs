using System.Globalization;
using Microsoft.Data.Sqlite;
using OfficeWorkflow.Server.Storage.Backups;

namespace OfficeWorkflow.Server.App.Rehearsing;

/// <summary>A rehearsal works on a copy: whatever is played there, the office's own data never changes.</summary>
internal static class RehearsalCopy
{
    private const string DatabaseFile = "office.db";

    /// <param name="source">The office's data directory; may not exist yet.</param>
    /// <param name="into">Directory of the rehearsal; one that holds a rehearsal is gone on with. Null for a new one.</param>
    /// <returns>The rehearsal's data directory.</returns>
    public static string Make(string source, string? into)
    {
        var target = into ?? Path.Combine(source, "rehearsals", TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(target);
        if (File.Exists(Path.Combine(target, DatabaseFile)))
        {
            return target;
        }

        CopyDatabase(Path.Combine(source, DatabaseFile), Path.Combine(target, DatabaseFile));
        KeyFiles.Copy(Path.Combine(source, "keys"), Path.Combine(target, "keys"));
        return target;
    }

    private static void CopyDatabase(string source, string target)
    {
        if (!File.Exists(source))
        {
            return;
        }

        // Consistent even while the office's own server is writing.
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $target;";
        command.Parameters.AddWithValue("$target", target);
        command.ExecuteNonQuery();
    }
}

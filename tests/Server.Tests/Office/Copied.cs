using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Tests.Office;

/// <summary>What somebody reads who has a copy of the database and nothing else.</summary>
internal static class Copied
{
    public static async IAsyncEnumerable<(string Column, string Text)> CellsAsync(OfficeDb db, string table)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            for (var at = 0; at < rows.FieldCount; at++)
            {
                yield return (rows.GetName(at), rows.GetValue(at) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : Convert.ToString(rows.GetValue(at), CultureInfo.InvariantCulture) ?? "");
            }
        }
    }
}

namespace OfficeWorkflow.Server.Storage.Backups;

/// <summary>Keys without which links and sessions of the database are worth nothing.</summary>
internal static class KeyFiles
{
    public static void Copy(string source, string target)
    {
        if (!Directory.Exists(source))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}

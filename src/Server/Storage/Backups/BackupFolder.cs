using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace OfficeWorkflow.Server.Storage.Backups;

/// <summary>A backup unpacked: the database's copy, the keys and the manifest. Goes away when it is disposed.</summary>
internal sealed class BackupFolder : IDisposable
{
    private const string KeysFolder = "keys";

    private BackupFolder(string root) => Root = root;

    public string Root { get; }

    public string Keys => Path.Combine(Root, KeysFolder);

    /// <summary>Beside where its content will go, so that moving it is one step.</summary>
    public static BackupFolder New(string beside)
    {
        Directory.CreateDirectory(beside);
        return new BackupFolder(Directory.CreateDirectory(Path.Combine(beside, $".backup-{Guid.CreateVersion7():N}")).FullName);
    }

    public string DatabaseFile(DatabaseProvider provider) => Path.Combine(Root, provider is DatabaseProvider.Sqlite ? "office.db" : "office.dump");

    public async Task PackAsync(BackupManifest manifest, string file, CancellationToken stop)
    {
        var whole = manifest with { Files = await HashesAsync(stop) };
        await File.WriteAllTextAsync(Path.Combine(Root, BackupManifest.FileName), JsonSerializer.Serialize(whole), stop);
        await ZipFile.CreateFromDirectoryAsync(Root, file + ".part", CompressionLevel.Fastest, includeBaseDirectory: false, stop);
        File.Move(file + ".part", file);
    }

    /// <summary>Unpacks a file here and holds every part of it against the manifest.</summary>
    /// <returns>Null when it is no backup, or damaged.</returns>
    public async Task<BackupManifest?> UnpackAsync(string file, CancellationToken stop)
    {
        try
        {
            await ZipFile.ExtractToDirectoryAsync(file, Root, stop);
            var text = await File.ReadAllTextAsync(Path.Combine(Root, BackupManifest.FileName), stop);
            return JsonSerializer.Deserialize<BackupManifest>(text) is { Format: BackupManifest.CurrentFormat } manifest && Same(manifest.Files, await HashesAsync(stop))
                ? manifest
                : null;
        }
        catch (Exception failure) when (failure is InvalidDataException or FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static bool Same(IReadOnlyDictionary<string, string> told, Dictionary<string, string> found) =>
        told.Count == found.Count && told.All(one => found.TryGetValue(one.Key, out var hash) && string.Equals(hash, one.Value, StringComparison.Ordinal));

    private async Task<Dictionary<string, string>> HashesAsync(CancellationToken stop)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Where(static file => Path.GetFileName(file) is not BackupManifest.FileName))
        {
            await using var content = File.OpenRead(file);
            hashes[Path.GetRelativePath(Root, file).Replace('\\', '/')] = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop));
        }

        return hashes;
    }
}

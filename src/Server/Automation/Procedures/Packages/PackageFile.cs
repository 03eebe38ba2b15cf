using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OfficeWorkflow.Server.Answers;

namespace OfficeWorkflow.Server.Automation.Procedures.Packages;

/// <summary>
/// Writes and reads packages. Reading unpacks into memory only, names and sizes are held to what a package has, and sizes are counted while unpacking, not
/// believed: a hostile file costs nothing and touches nothing.
/// </summary>
internal static partial class PackageFile
{
    public const int LargestUpload = 2_500_000;
    private const int LargestPart = 5_000_000;
    private const int LargestWhole = 10_000_000;
    private const int MostParts = 300;

    private static readonly DateTimeOffset Always = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The same content gives the same bytes.</summary>
    public static byte[] Write(string key, string name, int version, ProcedurePackage package)
    {
        var parts = package.Others.ToDictionary(static part => part.Key, static part => Strict.GetBytes(part.Value), StringComparer.Ordinal);
        parts[ProcedurePackage.Drawing] = package.Source;
        var files = new SortedDictionary<string, string>(parts.ToDictionary(static part => part.Key, static part => Hash(part.Value), StringComparer.Ordinal), StringComparer.Ordinal);
        parts[ProcedurePackage.Manifest] = JsonSerializer.SerializeToUtf8Bytes(new PackageManifest(1, key, name, version, files, HashOf(files)), Shape);
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in parts.OrderBy(static part => part.Key, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
                entry.LastWriteTime = Always;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A package, or the .bpmn file of any tool.</summary>
    public static Outcome<ProcedurePackage> Read(byte[] bytes)
    {
        if (bytes.Length is 0 or > LargestUpload)
        {
            return new Refusal("file-size", $"{LargestUpload / 1000:N0}KBまでの、BPMN のファイルか手続きのひとまとめ(zip)を選んでください。", "file");
        }

        if (bytes.AsSpan().StartsWith("PK"u8))
        {
            return ReadZip(bytes);
        }

        return TextOf(bytes) is null
            ? new Refusal("file-not-utf8", "このファイルは読めません。UTF-8 で保存した BPMN のファイルを選んでください。", "file")
            : new ProcedurePackage(bytes, ImmutableSortedDictionary<string, string>.Empty, IsWhole: true);
    }

    /// <summary>Null when it is not UTF-8.</summary>
    public static string? TextOf(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Outcome<ProcedurePackage> ReadZip(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            return zip.Entries.Count > MostParts ? Wrong("ファイルが多すぎます。") : ReadParts(zip);
        }
        catch (InvalidDataException)
        {
            return Wrong("zip として読めません。");
        }
    }

    private static Outcome<ProcedurePackage> ReadParts(ZipArchive zip)
    {
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var left = LargestWhole;
        foreach (var entry in zip.Entries)
        {
            if (!Path().IsMatch(entry.FullName) || parts.ContainsKey(entry.FullName))
            {
                return Wrong("手続きのひとまとめにないはずのファイルが入っています。");
            }

            if (Unpack(entry, Math.Min(left, LargestPart)) is not { } content)
            {
                return Wrong("中身が大きすぎます。");
            }

            left -= content.Length;
            parts[entry.FullName] = content;
        }

        if (!parts.Remove(ProcedurePackage.Drawing, out var drawing) || TextOf(drawing) is null || !parts.Remove(ProcedurePackage.Manifest, out var manifest))
        {
            return Wrong("手続きの図か目次がありません。");
        }

        var texts = parts.ToDictionary(static part => part.Key, static part => TextOf(part.Value), StringComparer.Ordinal);
        return texts.ContainsValue(null)
            ? Wrong("UTF-8 でないファイルが入っています。")
            : new ProcedurePackage(drawing, texts.ToImmutableSortedDictionary(static part => part.Key, static part => part.Value!, StringComparer.Ordinal), IsWhole(manifest, drawing, parts));
    }

    private static byte[]? Unpack(ZipArchiveEntry entry, int most)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, read);
            if (content.Length > most)
            {
                return null;
            }
        }

        return content.ToArray();
    }

    private static bool IsWhole(byte[] manifest, byte[] drawing, Dictionary<string, byte[]> parts)
    {
        try
        {
            return JsonSerializer.Deserialize<PackageManifest>(manifest, Shape) is { Files: { } files } read
                && string.Equals(read.Hash, HashOf(files), StringComparison.Ordinal)
                && files.Count == parts.Count + 1
                && parts.Append(KeyValuePair.Create(ProcedurePackage.Drawing, drawing)).All(part => files.TryGetValue(part.Key, out var hash) && string.Equals(hash, Hash(part.Value), StringComparison.Ordinal));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string HashOf(SortedDictionary<string, string> files) =>
        Hash(Encoding.UTF8.GetBytes(string.Concat(files.OrderBy(static file => file.Key, StringComparer.Ordinal).Select(static file => $"{file.Key} {file.Value}\n"))));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static Refusal Wrong(string why) => new("package-wrong", $"このファイルは取り込めません。{why}別のファイルを選んでください。何も保存していません。", "file");

    [GeneratedRegex(@"^(manifest\.json|procedure\.bpmn|(forms|mails|trials)/[a-z0-9][a-z0-9-]{0,99}\.(json|hbs))\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Path();
}

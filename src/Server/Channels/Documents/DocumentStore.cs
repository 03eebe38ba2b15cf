using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Documents;

/// <summary>Keeps papers and gives them back. Rows are only added to the context: the caller's commit saves them together with its act.</summary>
internal static class DocumentStore
{
    public const int LargestMegabytes = 10;
    public const int LargestSize = LargestMegabytes * 1024 * 1024;

    private const int LongestName = 150;

    /// <summary>Keeps a file that a person sent, if it is one of the kinds and not too large.</summary>
    public static async Task<Outcome<Document>> KeepAsync(OfficeDb db, IFormFile file, DocumentOrigin origin, CancellationToken stop)
    {
        if (file.Length > LargestSize)
        {
            return new Refusal(
                "file-too-large", $"ファイルが大きすぎます({LargestMegabytes}MBまで)。解像度を下げるか、分けて送ってください。", file.Name);
        }

        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes, stop);
        }

        return bytes.Length == 0
            ? new Refusal("file-empty", "ファイルが空です。別のファイルを選んでください。", file.Name)
            : Keep(db, file.FileName, bytes, origin, file.Name);
    }

    /// <summary>Keeps bytes under a name; the kind is read from the bytes.</summary>
    /// <param name="field">The form field that a refusal names, if any.</param>
    public static Outcome<Document> Keep(OfficeDb db, string name, byte[] bytes, DocumentOrigin origin, string? field = null)
    {
        if (FileKind.Of(bytes) is not { } kind)
        {
            return new Refusal(
                "file-kind-unknown", "このファイルは保存できません。PDF、または写真(JPEG・PNG・HEIC)にしてから送ってください。", field);
        }

        var document = new Document
        {
            Id = Guid.CreateVersion7(origin.At),
            OfficeId = origin.OfficeId,
            CaseId = origin.CaseId,
            Subject = origin.Subject,
            Name = Named(name, kind),
            MediaType = kind.MediaType,
            Size = bytes.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            KeptAt = origin.At,
            KeptBy = origin.PersonId,
        };
        db.Documents.Add(document);
        db.DocumentContents.Add(new DocumentContent { DocumentId = document.Id, OfficeId = origin.OfficeId, Bytes = bytes });

        return document;
    }

    /// <summary>The bytes of a document of this scope's office, or null.</summary>
    public static async Task<byte[]?> ReadAsync(OfficeDb db, Guid id, CancellationToken stop) =>
        (await db.DocumentContents.AsNoTracking().FirstOrDefaultAsync(content => content.DocumentId == id, stop))?.Bytes;

    /// <summary>The last part of a path without control characters, ending as its kind ends, so that it opens as what it is.</summary>
    private static string Named(string name, FileKind kind)
    {
        var last = string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(static letter => !char.IsControl(letter))).Trim();
        var ends = kind.Endings.Any(ending => last.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        var ending = ends ? last[last.LastIndexOf('.')..] : kind.Endings[0];
        var stem = ends ? last[..last.LastIndexOf('.')] : last;
        var head = stem.Length == 0 ? "文書" : stem;

        return (head.Length > LongestName ? head[..LongestName] : head) + ending;
    }
}

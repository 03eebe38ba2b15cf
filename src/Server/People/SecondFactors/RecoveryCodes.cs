using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People.SecondFactors;

/// <summary>Makes the codes on paper; they are shown once and kept as hashes.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;

    private const int Half = 5;

    /// <summary>Replaces the person's codes. The caller saves.</summary>
    public static async Task<IReadOnlyList<string>> RenewAsync(Guid personId, OfficeDb db, CancellationToken stop)
    {
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(code => code.PersonId == personId).ToListAsync(stop));
        List<string> codes = [.. Enumerable.Range(0, Count).Select(static _ => Make())];
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { Id = Guid.CreateVersion7(), PersonId = personId, Hash = HashOf(code) }));
        return codes;
    }

    /// <summary>Whatever is typed between the letters, and small or capital.</summary>
    public static string HashOf(string code) => AddPerson.Hash(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant());

    private static string Make()
    {
        var letters = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", Half * 2);
        return $"{letters[..Half]}-{letters[Half..]}";
    }
}

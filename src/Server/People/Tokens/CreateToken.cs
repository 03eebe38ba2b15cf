using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People.Tokens;

/// <summary>Makes a token for a person's programs: <c>Server token create --person MAIL</c>.</summary>
public static class CreateToken
{
    private const string Prefix = "ofw_";

    /// <returns>The token, which is kept nowhere.</returns>
    public static async Task<Outcome<string>> HandleAsync(string mail, OfficeDbs dbs, TimeProvider clock, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("sign-in"));
        var key = Person.Fold(mail);
        if (await db.People.SingleOrDefaultAsync(row => row.MailKey == key && row.ClosedAt == null, stop) is not { } person)
        {
            return new Refusal("person-unknown", $"メールアドレス {mail} の職員は登録されていません。", nameof(mail), RefusalKind.Unknown);
        }

        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        db.Set<ApiToken>().Add(new ApiToken
        {
            Id = Guid.CreateVersion7(),
            PersonId = person.Id,
            Hash = Hash(token),
            MadeAt = clock.GetUtcNow(),
        });
        foreach (var office in await db.PersonRoles.Where(role => role.PersonId == person.Id).Select(static role => role.OfficeId).Distinct().ToListAsync(stop))
        {
            db.Note(office, clock.GetUtcNow(), "token-made", $"person:{person.Id}", "プログラム用の鍵を作った。");
        }

        await db.SaveChangesAsync(stop);
        return token;
    }

    internal static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

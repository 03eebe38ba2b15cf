using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People.Tokens;

/// <summary>Ends the tokens of a person's programs: <c>Server token revoke --person MAIL</c>, and whenever all of a person's sessions end.</summary>
public static class RevokeTokens
{
    /// <returns>How many held until now.</returns>
    public static async Task<Outcome<int>> HandleAsync(string mail, OfficeDbs dbs, TimeProvider clock, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("sign-in"));
        var key = Person.Fold(mail);
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.MailKey == key, stop) is not { } person)
        {
            return new Refusal("person-unknown", $"メールアドレス {mail} の職員は登録されていません。", nameof(mail), RefusalKind.Unknown);
        }

        var now = clock.GetUtcNow();
        var ended = await EndAsync(person.Id, db, now, stop);
        foreach (var office in await db.PersonRoles.Where(role => role.PersonId == person.Id).Select(static role => role.OfficeId).Distinct().ToListAsync(stop))
        {
            db.Note(office, now, "tokens-revoked", $"person:{person.Id}", "プログラム用の鍵をすべて無効にした。");
        }

        await db.SaveChangesAsync(stop);
        return ended;
    }

    /// <summary>Marks them; the caller saves.</summary>
    internal static async Task<int> EndAsync(Guid personId, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        var held = await db.Set<ApiToken>().Where(token => token.PersonId == personId && token.RevokedAt == null).ToListAsync(stop);
        held.ForEach(token => token.RevokedAt = at);
        return held.Count;
    }
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.People.SecondFactors;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People;

/// <summary>Mail address and password against the rows; five wrong ones close the door for a quarter of an hour.</summary>
public static class SignIn
{
    internal const int MostFailures = 5;

    internal static readonly TimeSpan Closed = TimeSpan.FromMinutes(15);

    internal sealed record Form(string? Mail, string? Password, string? Back);

    public sealed record Model(string? Mail, string? Back, IReadOnlyList<Refusal> Refusals);

    /// <param name="NeedsCode">The second factor is still to come: nobody is let in yet.</param>
    internal sealed record Known(Guid PersonId, string Stamp, bool NeedsCode);

    internal static async Task<Outcome<Known>> HandleAsync(
        Form form, OfficeDbs dbs, Password password, UnknownAddresses unknown, TimeProvider clock, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("sign-in"));
        var key = Person.Fold(form.Mail ?? "");
        var typed = form.Password ?? "";
        var now = clock.GetUtcNow();
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.MailKey == key && row.ClosedAt == null, stop);
        if (person is null || typed.Length > Password.Longest)
        {
            password.Pretend(typed.Length > Password.Longest ? "" : typed);
            return unknown.Fail(key, now) ? Locked : Wrong;
        }

        if (person.LockedUntil > now)
        {
            password.Pretend(typed);
            return Locked;
        }

        if (!password.Fits(person, typed))
        {
            await CountAsync(db, person.Id, now, stop);
            return Wrong;
        }

        if (!await db.PersonRoles.AnyAsync(role => role.PersonId == person.Id, stop))
        {
            return Wrong;
        }

        var needsCode = await CheckCode.IsNeededAsync(db, person.Id, stop);
        if (!needsCode)
        {
            await ForgetFailuresAsync(db, person.Id, stop);
        }

        return new Known(person.Id, person.SecurityStamp, needsCode);
    }

    internal static Refusal Locked { get; } = new(
        "signin-locked", "続けて5回違ったため、しばらくサインインできません。15分ほど待つか、事業所の事務管理者に頼んでください。");

    private static Refusal Wrong { get; } = new("signin-wrong", "メールアドレスかパスワードが違います。", "mail");

    /// <summary>Counted in the database, so that parallel guesses count each.</summary>
    internal static async Task CountAsync(OfficeDb db, Guid personId, DateTimeOffset now, CancellationToken stop)
    {
        var until = now + Closed;
        await db.InTransactionAsync(
            inner => db.People.Where(row => row.Id == personId).ExecuteUpdateAsync(
                row => row
                    .SetProperty(static p => p.LockedUntil, p => p.FailedSignIns + 1 >= MostFailures ? until : p.LockedUntil)
                    .SetProperty(static p => p.FailedSignIns, static p => p.FailedSignIns + 1 >= MostFailures ? 0 : p.FailedSignIns + 1),
                inner),
            stop);
        if (!await db.People.AnyAsync(row => row.Id == personId && row.LockedUntil == until, stop))
        {
            return;
        }

        foreach (var office in await db.PersonRoles.Where(role => role.PersonId == personId).Select(static role => role.OfficeId).Distinct().ToListAsync(stop))
        {
            db.Note(office, now, "signin-locked", $"person:{personId}", "続けて5回違ったため、この方のサインインを15分止めました。");
        }

        await db.SaveChangesAsync(stop);
    }

    internal static Task ForgetFailuresAsync(OfficeDb db, Guid personId, CancellationToken stop) => db.InTransactionAsync(
        inner => db.People.Where(row => row.Id == personId && row.FailedSignIns > 0).ExecuteUpdateAsync(
            static row => row.SetProperty(static p => p.FailedSignIns, 0).SetProperty(static p => p.LockedUntil, (DateTimeOffset?)null), inner),
        stop);
}

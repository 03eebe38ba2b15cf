using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People;

/// <summary>Mail address and password against the rows; five wrong ones close the door for a quarter of an hour.</summary>
public static class SignIn
{
    private const int MostFailures = 5;

    private static readonly TimeSpan Closed = TimeSpan.FromMinutes(15);

    internal sealed record Form(string? Mail, string? Password, string? Back);

    public sealed record Model(string? Mail, string? Back, IReadOnlyList<Refusal> Refusals);

    internal static async Task<Outcome<ClaimsPrincipal>> HandleAsync(
        Form form, OfficeDbs dbs, Password password, TimeProvider clock, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("sign-in"));
        var key = Person.Fold(form.Mail ?? "");
        var typed = form.Password ?? "";
        var person = await db.People.SingleOrDefaultAsync(row => row.MailKey == key && row.ClosedAt == null, stop);
        if (person is null || typed.Length > Password.Longest)
        {
            password.Pretend(typed.Length > Password.Longest ? "" : typed);
            return Wrong;
        }

        var now = clock.GetUtcNow();
        if (person.LockedUntil > now)
        {
            return new Refusal("signin-locked", "続けて5回違ったため、しばらくサインインできません。15分ほど待つか、事業所の事務管理者に頼んでください。");
        }

        if (!password.Fits(person, typed))
        {
            await CountAsync(db, person.Id, now, stop);
            return Wrong;
        }

        await db.People.Where(row => row.Id == person.Id && row.FailedSignIns > 0).ExecuteUpdateAsync(
            static row => row.SetProperty(static p => p.FailedSignIns, 0).SetProperty(static p => p.LockedUntil, (DateTimeOffset?)null), stop);
        return await Session.OfAsync(dbs, person.Id, officeId: null, CookieAuthenticationDefaults.AuthenticationScheme, stop) is { } user
            ? user
            : Wrong;
    }

    private static Refusal Wrong { get; } = new("signin-wrong", "メールアドレスかパスワードが違います。", "mail");

    /// <summary>Counted in the database, so that parallel guesses count each.</summary>
    private static async Task CountAsync(OfficeDb db, Guid personId, DateTimeOffset now, CancellationToken stop)
    {
        var until = now + Closed;
        await db.People.Where(row => row.Id == personId).ExecuteUpdateAsync(
            row => row
                .SetProperty(static p => p.LockedUntil, p => p.FailedSignIns + 1 >= MostFailures ? until : p.LockedUntil)
                .SetProperty(static p => p.FailedSignIns, static p => p.FailedSignIns + 1 >= MostFailures ? 0 : p.FailedSignIns + 1),
            stop);
    }
}

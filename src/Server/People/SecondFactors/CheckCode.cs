using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People.SecondFactors;

/// <summary>The second step of signing in: a code of the app, or one from the paper. Each is taken once.</summary>
public static class CheckCode
{
    internal sealed record Form(string? Code);

    public sealed record Model(IReadOnlyList<Refusal> Refusals);

    internal static async Task<Outcome<Guid>> HandleAsync(
        Form form, HalfSignIn half, OfficeDbs dbs, SecretBox box, TimeProvider clock, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("sign-in"));
        var now = clock.GetUtcNow();
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == half.PersonId && row.ClosedAt == null && row.SecurityStamp == half.Stamp, stop) is not { } person)
        {
            return Again;
        }

        if (person.LockedUntil > now)
        {
            return SignIn.Locked;
        }

        var code = (form.Code ?? "").Normalize(System.Text.NormalizationForm.FormKC).Trim();
        if (!await TakeAsync(db, person.Id, code, box, now, stop))
        {
            await SignIn.CountAsync(db, person.Id, now, stop);
            return new Refusal("code-wrong", "確認コードが違うか、もう使われています。新しいコードが出るのを待って入れてください。", "code");
        }

        await SignIn.ForgetFailuresAsync(db, person.Id, stop);
        return person.Id;
    }

    internal static Task<bool> IsNeededAsync(OfficeDb db, Guid personId, CancellationToken stop) =>
        db.SecondFactors.AnyAsync(factor => factor.PersonId == personId && factor.ConfirmedAt != null, stop);

    private static Refusal Again { get; } = new("half-ended", "はじめからサインインし直してください。", Kind: RefusalKind.Unknown);

    private static async Task<bool> TakeAsync(OfficeDb db, Guid personId, string code, SecretBox box, DateTimeOffset now, CancellationToken stop)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        var factor = await db.SecondFactors.AsNoTracking().SingleAsync(row => row.PersonId == personId, stop);
        if (digits.Length == 6 && Totp.StepOf(box.Open(factor.ProtectedSecret), digits, now) is { } step)
        {
            // Of two who bring one code at one moment, one finds it taken.
            return await db.InTransactionAsync(
                inner => db.SecondFactors.Where(row => row.PersonId == personId && row.LastStep < step)
                    .ExecuteUpdateAsync(row => row.SetProperty(static f => f.LastStep, step), inner),
                stop) == 1;
        }

        var hash = RecoveryCodes.HashOf(code);
        return await db.InTransactionAsync(
            inner => db.RecoveryCodes.Where(row => row.PersonId == personId && row.Hash == hash && row.UsedAt == null)
                .ExecuteUpdateAsync(row => row.SetProperty(static c => c.UsedAt, now), inner),
            stop) == 1;
    }
}

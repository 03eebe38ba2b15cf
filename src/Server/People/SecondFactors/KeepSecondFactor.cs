using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.People.SecondFactors;

/// <summary>A person's own second factor: begun, confirmed with a code, renewed codes on paper, given up. Each against the password.</summary>
public static class KeepSecondFactor
{
    internal sealed record Form
    {
        public string? Password { get; init; }

        /// <summary>Asked for when it is registered.</summary>
        public string? Code { get; init; }
    }

    /// <param name="Key">The secret in groups of four, while it is to be entered in the app; null otherwise.</param>
    /// <param name="Address">The same for the app on this device.</param>
    /// <param name="CodesLeft">Codes on paper that are not used.</param>
    /// <param name="NewCodes">Codes just made: shown once, kept nowhere.</param>
    public sealed record Model(
        bool IsOn, DateTimeOffset? Since, string? Key, string? Address, int CodesLeft, IReadOnlyList<string> NewCodes, IReadOnlyList<Refusal> Refusals);

    internal static async Task<Model> ShowAsync(
        Guid personId, IReadOnlyList<string> newCodes, IReadOnlyList<Refusal> refusals, OfficeDb db, SecretBox box, CancellationToken stop)
    {
        var factor = await db.SecondFactors.AsNoTracking().SingleOrDefaultAsync(row => row.PersonId == personId, stop);
        var left = await db.RecoveryCodes.CountAsync(code => code.PersonId == personId && code.UsedAt == null, stop);
        if (factor is not { ConfirmedAt: null })
        {
            return new Model(factor is not null, factor?.ConfirmedAt, Key: null, Address: null, left, newCodes, refusals);
        }

        var secret = Totp.Base32(box.Open(factor.ProtectedSecret));
        var mail = await db.People.Where(row => row.Id == personId).Select(static row => row.Mail).SingleAsync(stop);
        return new Model(
            IsOn: false,
            Since: null,
            string.Join(' ', secret.Chunk(4).Select(static four => new string(four))),
            $"otpauth://totp/OfficeWorkflow:{Uri.EscapeDataString(mail)}?secret={secret}&issuer=OfficeWorkflow",
            left,
            newCodes,
            refusals);
    }

    /// <summary>A new secret, which counts for nothing before it is confirmed. One that counts already is left alone.</summary>
    internal static async Task BeginAsync(Guid personId, OfficeDb db, SecretBox box, TimeProvider clock, CancellationToken stop)
    {
        var factor = await db.SecondFactors.SingleOrDefaultAsync(row => row.PersonId == personId, stop);
        if (factor is { ConfirmedAt: not null })
        {
            return;
        }

        var closed = box.Close(Totp.NewSecret());
        if (factor is null)
        {
            db.SecondFactors.Add(new SecondFactor { PersonId = personId, ProtectedSecret = closed, MadeAt = clock.GetUtcNow() });
        }
        else
        {
            factor.ProtectedSecret = closed;
            factor.MadeAt = clock.GetUtcNow();
        }

        await db.SaveChangesAsync(stop);
    }

    /// <returns>The codes on paper.</returns>
    internal static async Task<Outcome<IReadOnlyList<string>>> ConfirmAsync(
        Form form, Viewer viewer, OfficeDb db, Password password, SecretBox box, TimeProvider clock, CancellationToken stop)
    {
        if (await OwnPassword.CheckAsync(form.Password, viewer.PersonId, db, password, clock, stop) is { } wrong)
        {
            return wrong;
        }

        var now = clock.GetUtcNow();
        var code = string.Concat((form.Code ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsAsciiDigit));
        if (await db.SecondFactors.SingleOrDefaultAsync(row => row.PersonId == viewer.PersonId && row.ConfirmedAt == null, stop) is not { } factor)
        {
            return new Refusal("second-factor-not-begun", "登録をはじめからやり直してください。");
        }

        if (Totp.StepOf(box.Open(factor.ProtectedSecret), code, now) is not { } step)
        {
            return new Refusal("code-wrong", "確認コードが違います。アプリに出ている6桁の数字を、変わる前に入れてください。端末の時計が合っているかも確かめてください。", "code");
        }

        factor.ConfirmedAt = now;
        factor.LastStep = step;
        var codes = await RecoveryCodes.RenewAsync(viewer.PersonId, db, stop);
        db.Note(viewer.OfficeId, now, "second-factor-added", $"person:{viewer.PersonId}", "サインインの確認コードを登録した。");
        await db.SaveChangesAsync(stop);
        return new Outcome<IReadOnlyList<string>>.Done(codes);
    }

    /// <returns>New codes on paper; those of before are worth nothing.</returns>
    internal static async Task<Outcome<IReadOnlyList<string>>> RenewCodesAsync(
        Form form, Viewer viewer, OfficeDb db, Password password, TimeProvider clock, CancellationToken stop)
    {
        if (await OwnPassword.CheckAsync(form.Password, viewer.PersonId, db, password, clock, stop) is { } wrong)
        {
            return wrong;
        }

        var codes = await RecoveryCodes.RenewAsync(viewer.PersonId, db, stop);
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "recovery-codes-renewed", $"person:{viewer.PersonId}", "紙に控える予備のコードを作り直した。");
        await db.SaveChangesAsync(stop);
        return new Outcome<IReadOnlyList<string>>.Done(codes);
    }

    internal static async Task<Refusal?> RemoveAsync(Form form, Viewer viewer, OfficeDb db, Password password, TimeProvider clock, CancellationToken stop)
    {
        if (await OwnPassword.CheckAsync(form.Password, viewer.PersonId, db, password, clock, stop) is { } wrong)
        {
            return wrong;
        }

        await ForgetAsync(viewer.PersonId, db, stop);
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "second-factor-removed", $"person:{viewer.PersonId}", "サインインの確認コードを自分で解除した。");
        await db.SaveChangesAsync(stop);
        return null;
    }

    /// <summary>Removes the factor and its codes. The caller saves.</summary>
    internal static async Task ForgetAsync(Guid personId, OfficeDb db, CancellationToken stop)
    {
        db.SecondFactors.RemoveRange(await db.SecondFactors.Where(row => row.PersonId == personId).ToListAsync(stop));
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(row => row.PersonId == personId).ToListAsync(stop));
    }
}

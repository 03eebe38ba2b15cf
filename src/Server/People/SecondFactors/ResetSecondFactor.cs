using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.People.Tokens;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.People.SecondFactors;

/// <summary>An administrator takes a lost second factor away: with a reason, on record, and the person is told by mail.</summary>
internal static class ResetSecondFactor
{
    private const int LongestReason = 200;

    internal sealed record Form(string? Reason);

    /// <returns>Null when nobody of this office has one.</returns>
    public static async Task<Confirmation?> AskAsync(Guid id, Form form, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop)
    {
        var isHere = await db.PersonRoles.AnyAsync(role => role.PersonId == id, stop) && await CheckCode.IsNeededAsync(db, id, stop);
        return !isHere
            ? null
            : new Confirmation(
                "確認コードの登録を取り消す",
                $"{await db.People.Where(row => row.Id == id).Select(static row => row.Name).SingleAsync(stop)} さんの確認コードの登録を取り消しますか。本人からの頼みであることを、電話や対面で確かめてください。",
                ["本人は、パスワードだけでサインインできるようになります。", "本人のすべての端末がサインアウトされます。", "理由と、だれが行ったかが監査に残り、本人にメールで知らされます。"],
                $"/people/{id}/second-factor/removal",
                "登録を取り消す",
                $"/people/{id}")
            {
                Here = "/people",
                ReasonLabel = "理由",
                Reason = form.Reason,
                Refusals = refusals,
            };
    }

    public static async Task<Outcome<Guid>> HandleAsync(
        Guid id, Form form, Viewer viewer, OfficeDb db, OfficeDbs dbs, Postbox postbox, TimeProvider clock, CancellationToken stop)
    {
        if (!await db.PersonRoles.AnyAsync(role => role.PersonId == id, stop) || !await CheckCode.IsNeededAsync(db, id, stop))
        {
            return new Refusal("person-unknown", "この方の確認コードの登録はありません。", Kind: RefusalKind.Unknown);
        }

        var reason = string.Join(' ', (form.Reason ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (reason.Length is 0 or > LongestReason)
        {
            return new Refusal("reason-missing", $"理由を{LongestReason}文字までで入力してください。", "reason");
        }

        if (!await ChangePerson.IsOursAloneAsync(id, dbs, stop))
        {
            return new Refusal("person-elsewhere", "この方は別の事業所でも働いているため、ここから登録を取り消せません。", Kind: RefusalKind.NotAllowed);
        }

        var now = clock.GetUtcNow();
        var person = await db.People.SingleAsync(row => row.Id == id, stop);
        person.SecurityStamp = Guid.CreateVersion7().ToString("N");
        await KeepSecondFactor.ForgetAsync(id, db, stop);
        await RevokeTokens.EndAsync(id, db, now, stop);
        db.Note(viewer.OfficeId, now, "second-factor-reset", $"person:{id}", $"職員の確認コードの登録を取り消した。理由: {reason}");
        var told = await postbox.PutAsync(
            db, new MailOrder(viewer.OfficeId, "second-factor-reset", person.Name, person.Mail, Value.Record.Empty.With("reason", Value.Of(reason)).With("by", Value.Of(viewer.Name))) { IsPrompt = true }, now, stop);
        if (told is Outcome<SentMail>.Refused no)
        {
            return no.Refusal;
        }

        await db.SaveChangesAsync(stop);
        return id;
    }
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.People.SecondFactors;
using OfficeWorkflow.Server.People.Tokens;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People;

/// <summary>The page behind a one-time link: who you are and the password you choose.</summary>
public static class OpenWelcome
{
    internal sealed record Form(string? Name, string? Mail, string? Password, string? Again);

    public sealed record Model(string Secret, string? Name, string? Mail, IReadOnlyList<Refusal> Refusals);

    internal static async Task<Outcome<Model>> ShowAsync(string secret, OfficeDbs dbs, TimeProvider clock, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("sign-in"));
        return await FindAsync(db, secret, clock.GetUtcNow(), stop) is var (_, person)
            ? new Model(secret, person.Name, person.Mail, [])
            : Gone;
    }

    /// <param name="NeedsCode">The person has a second factor: the link does not stand in for it.</param>
    internal sealed record Welcomed(Guid PersonId, bool NeedsCode);

    internal static async Task<Outcome<Welcomed>> HandleAsync(
        string secret, Form form, OfficeDbs dbs, Password password, TimeProvider clock, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("sign-in"));
        if (await FindAsync(db, secret, clock.GetUtcNow(), stop) is not var (_, person))
        {
            return Gone;
        }

        var refusals = Check(form);
        var key = Person.Fold(form.Mail ?? "");
        if (refusals.Count == 0 && await db.People.AnyAsync(row => row.MailKey == key && row.Id != person.Id, stop))
        {
            refusals.Add(new Refusal("mail-taken", "このメールアドレスは使えません。別のアドレスを入れてください。", "mail"));
        }

        if (refusals.Count > 0)
        {
            return refusals[0] with { Others = refusals[1..] };
        }

        person.Name = form.Name!.Trim();
        person.Mail = form.Mail!.Trim();
        person.MailKey = key;
        password.Give(person, form.Password!);
        await EndAsync(db, person, clock.GetUtcNow(), stop);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Gone;
        }

        return new Welcomed(person.Id, await CheckCode.IsNeededAsync(db, person.Id, stop));
    }

    /// <summary>Whatever other links the person has open, and the tokens of their programs: the password is chosen.</summary>
    private static async Task EndAsync(OfficeDb db, Person person, DateTimeOffset at, CancellationToken stop)
    {
        await RevokeTokens.EndAsync(person.Id, db, at, stop);
        foreach (var open in await db.WelcomeLinks.Where(row => row.PersonId == person.Id && row.UsedAt == null).ToListAsync(stop))
        {
            open.UsedAt = at;
        }

        var office = await db.PersonRoles.Where(role => role.PersonId == person.Id).OrderBy(static role => role.GivenAt).Select(static role => (Guid?)role.OfficeId).FirstOrDefaultAsync(stop);
        if (office is { } id)
        {
            db.Note(id, at, "account-password-changed", $"person:{person.Id}", "一度だけ使えるリンクで、本人がパスワードを決めた。");
        }
    }

    private static Refusal Gone { get; } = new(
        "link-ended", "このリンクは使い終わったか、期限が切れています。サインインのページの「パスワードを忘れたとき」から新しいリンクを受け取るか、事業所の事務管理者に頼んでください。", Kind: RefusalKind.Unknown);

    private static List<Refusal> Check(Form form)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(form.Name))
        {
            refusals.Add(new Refusal("name-missing", "氏名を入力してください。", "name"));
        }

        if (!MailAddressText.IsAddress(form.Mail))
        {
            refusals.Add(new Refusal("mail-wrong", "メールアドレスを入力してください。例: name@example.jp", "mail"));
        }

        if (Password.Check(form.Password, form.Again) is { } wrong)
        {
            refusals.Add(wrong);
        }

        return refusals;
    }

    private static async Task<(WelcomeLink Link, Person Person)?> FindAsync(OfficeDb db, string secret, DateTimeOffset at, CancellationToken stop)
    {
        var hash = AddPerson.Hash(secret);
        var link = await db.WelcomeLinks.SingleOrDefaultAsync(row => row.SecretHash == hash, stop);
        var person = link?.IsOpen(at) == true
            ? await db.People.SingleOrDefaultAsync(row => row.Id == link.PersonId && row.ClosedAt == null, stop)
            : null;
        return person is null ? null : (link!, person);
    }
}

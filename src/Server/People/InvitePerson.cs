using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.People.Links;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.People;

/// <summary>A new member of the office; they choose their password by a one-time link.</summary>
public static class InvitePerson
{
    public sealed record Form(string? Name, string? Mail, IReadOnlyList<string>? Roles)
    {
        public static Form Blank { get; } = new(null, null, null);
    }

    /// <returns>Null when the person has an account already and only joins this office.</returns>
    internal static async Task<Outcome<HandedLink?>> HandleAsync(Form form, Viewer viewer, OfficeDb db, HandLink links, TimeProvider clock, CancellationToken stop)
    {
        var officeId = viewer.OfficeId;
        var refusals = Check(form);
        if (refusals.Count > 0)
        {
            return refusals[0] with { Others = refusals[1..] };
        }

        var key = Person.Fold(form.Mail!);
        var now = clock.GetUtcNow();
        var known = await db.People.SingleOrDefaultAsync(row => row.MailKey == key, stop);
        if (known is not null && await db.PersonRoles.AnyAsync(role => role.PersonId == known.Id, stop))
        {
            return new Refusal("already-member", "この方はもう登録されています。一覧から選んで役割を変えてください。", "mail");
        }

        HandedLink? link = null;
        if (known is null)
        {
            var person = AddPerson.To(db, officeId, form.Name!.Trim(), form.Mail!.Trim(), form.Roles!, now);
            link = new HandedLink(person.Mail, await links.HandleAsync(db, viewer, person, now, stop));
        }
        else
        {
            db.PersonRoles.AddRange(form.Roles!.Select(role => new PersonRole { OfficeId = officeId, PersonId = known.Id, Role = role, GivenAt = now }));
        }

        db.Note(officeId, now, "person-invited", "people", "職員を招いた。");
        await db.SaveChangesAsync(stop);
        return new Outcome<HandedLink?>.Done(link);
    }

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

        if (form.Roles is null or [] || !form.Roles.All(Roles.Exists))
        {
            refusals.Add(new Refusal("role-missing", "役割を1つ以上選んでください。", "roles"));
        }

        return refusals;
    }
}

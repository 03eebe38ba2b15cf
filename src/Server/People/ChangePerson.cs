using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People.Links;
using OfficeWorkflow.Server.People.RoleUses;
using OfficeWorkflow.Server.People.SecondFactors;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.People;

/// <summary>What an administrator changes about a member: roles (none of them ends the membership) and a link for a lost password.</summary>
public static class ChangePerson
{
    internal sealed record Form(IReadOnlyList<string>? Roles);

    /// <param name="Uses">The procedures that give work to each of the roles.</param>
    public sealed record Model(
        Guid Id, string Name, string Mail, IReadOnlyList<string> Roles, IReadOnlyList<(string Role, IReadOnlyList<Option> Procedures)> Uses,
        bool MayRenewLink, bool HasSecondFactor, HandedLink? Link, string? Done, IReadOnlyList<Refusal> Refusals);

    internal static async Task<Model?> ShowAsync(
        Guid id, HandedLink? link, string? done, IReadOnlyList<Refusal> refusals, OfficeDb db, OfficeDbs dbs, RoleUse uses, CancellationToken stop)
    {
        var roles = await db.PersonRoles.Where(role => role.PersonId == id).Select(static role => role.Role).ToListAsync(stop);
        if (roles.Count == 0)
        {
            return null;
        }

        var person = await db.People.SingleAsync(row => row.Id == id, stop);
        var byRole = await uses.ByRoleAsync(db, stop);
        var used = Roles.All.Where(role => roles.Contains(role.Key, StringComparer.Ordinal) && byRole.Contains(role.Key))
            .Select(role => (role.Label, (IReadOnlyList<Option>)[.. byRole[role.Key]])).ToList();

        return new Model(id, person.Name, person.Mail, roles, used, await IsOursAloneAsync(id, dbs, stop), await CheckCode.IsNeededAsync(db, id, stop), link, done, refusals);
    }

    internal static async Task<Outcome<Guid>> HandleAsync(Guid id, Form form, Viewer viewer, OfficeDb db, RoleUse uses, TimeProvider clock, CancellationToken stop)
    {
        var wanted = (form.Roles ?? []).Distinct(StringComparer.Ordinal).ToList();
        if (!wanted.TrueForAll(Roles.Exists))
        {
            return new Refusal("role-unknown", "役割を選び直してください。", "roles");
        }

        if (id == viewer.PersonId && !wanted.Contains(Roles.Administrator, StringComparer.Ordinal))
        {
            return new Refusal("last-administrator", "自分から事務管理者の役割は外せません。別の事務管理者に頼んでください。", "roles");
        }

        return await db.InTransactionAsync(inner => OneByOneAsync(id, wanted, viewer, db, uses, clock, inner), stop);
    }

    /// <summary>Changes of roles of an office come one after the other: of two administrators who dismiss each other at one moment, one stays.</summary>
    private static async Task<Outcome<Guid>> OneByOneAsync(Guid id, List<string> wanted, Viewer viewer, OfficeDb db, RoleUse uses, TimeProvider clock, CancellationToken stop)
    {
        // Written as it is: whoever comes second waits here until the first has committed, and then reads what that left.
        await db.Offices.Where(office => office.Id == viewer.OfficeId).ExecuteUpdateAsync(static row => row.SetProperty(static office => office.Name, static office => office.Name), stop);
        var rows = await db.PersonRoles.Where(role => role.PersonId == id).ToListAsync(stop);
        if (rows.Count == 0)
        {
            return new Refusal("person-unknown", "この方はこの事業所に登録されていません。", Kind: RefusalKind.Unknown);
        }

        if (!await db.PersonRoles.AnyAsync(role => role.PersonId == viewer.PersonId && role.Role == Roles.Administrator, stop))
        {
            return new Refusal("administrator-no-more", "あなたの事務管理者の役割は、いましがた外されました。別の事務管理者に確かめてください。", "roles");
        }

        foreach (var role in rows.Select(static row => row.Role).Except(wanted, StringComparer.Ordinal))
        {
            if (await LeftAloneAsync(id, role, db, uses, stop) is { } refused)
            {
                return refused;
            }
        }

        db.PersonRoles.RemoveRange(rows.Where(row => !wanted.Contains(row.Role, StringComparer.Ordinal)));
        db.PersonRoles.AddRange(wanted
            .Except(rows.Select(static row => row.Role), StringComparer.Ordinal)
            .Select(role => new PersonRole { OfficeId = viewer.OfficeId, PersonId = id, Role = role, GivenAt = clock.GetUtcNow() }));
        var names = string.Join('、', wanted.Select(Roles.NameOf));
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "person-roles-changed", $"person:{id}", $"職員の役割を「{(names.Length == 0 ? "なし" : names)}」にした。");
        await db.SaveChangesAsync(stop);
        return id;
    }

    /// <summary>Why a role cannot be taken from whoever has it alone: work would wait for nobody.</summary>
    private static async Task<Refusal?> LeftAloneAsync(Guid id, string role, OfficeDb db, RoleUse uses, CancellationToken stop)
    {
        if (await db.PersonRoles.AnyAsync(row => row.Role == role && row.PersonId != id, stop) || await uses.ByRoleAsync(db, stop) is var byRole && !byRole.Contains(role))
        {
            return null;
        }

        var procedures = string.Concat(byRole[role].Select(static procedure => $"「{procedure.Label}」"));
        return new Refusal("role-in-use", $"「{Roles.NameOf(role)}」の役割をもつ方が、ほかにいません。手続き{procedures}がこの役割を使っています。先に、ほかの方にこの役割を付けてください。", "roles");
    }

    /// <summary>A new one-time link. Not for people who also work elsewhere: it would open that office too.</summary>
    internal static async Task<Outcome<HandedLink>> RenewLinkAsync(
        Guid id, Viewer viewer, OfficeDb db, OfficeDbs dbs, HandLink links, TimeProvider clock, CancellationToken stop)
    {
        if (!await db.PersonRoles.AnyAsync(role => role.PersonId == id, stop))
        {
            return new Refusal("person-unknown", "この方はこの事業所に登録されていません。", Kind: RefusalKind.Unknown);
        }

        if (!await IsOursAloneAsync(id, dbs, stop))
        {
            return new Refusal("person-elsewhere", "この方は別の事業所でも働いているため、ここからパスワードを変えられません。", Kind: RefusalKind.NotAllowed);
        }

        var person = await db.People.SingleAsync(row => row.Id == id, stop);
        var link = new HandedLink(person.Mail, await links.HandleAsync(db, viewer, person, clock.GetUtcNow(), stop));
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "person-link-renewed", $"person:{id}", link.Path is null ? "職員がパスワードを決めるリンクを、本人のメールに送った。" : "職員がパスワードを決めるリンクを、画面に出した。");
        await db.SaveChangesAsync(stop);
        return link;
    }

    internal static async Task<bool> IsOursAloneAsync(Guid id, OfficeDbs dbs, CancellationToken stop)
    {
        await using var all = dbs.Open(new Scope.System("sign-in"));
        return await all.PersonRoles.Where(role => role.PersonId == id).Select(static role => role.OfficeId).Distinct().CountAsync(stop) == 1;
    }
}

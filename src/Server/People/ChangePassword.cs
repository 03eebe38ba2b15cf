using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.People;

/// <summary>A person's own account: who they are here, and a new password against the old one.</summary>
public static class ChangePassword
{
    internal sealed record Form(string? Current, string? Password, string? Again);

    public sealed record Model(string Name, string Mail, string OfficeName, IReadOnlyList<string> Roles, bool IsChanged, IReadOnlyList<Refusal> Refusals);

    internal static async Task<Model> ShowAsync(Viewer viewer, bool isChanged, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop)
    {
        var mail = await db.People.Where(row => row.Id == viewer.PersonId).Select(static row => row.Mail).SingleAsync(stop);
        return new Model(viewer.Name, mail, viewer.OfficeName, [.. viewer.Roles.Select(Roles.NameOf)], isChanged, refusals);
    }

    /// <returns>The person with the new stamp, to sign in again: all their other sessions have ended.</returns>
    internal static async Task<Outcome<ClaimsPrincipal>> HandleAsync(
        Form form, Viewer viewer, OfficeDb db, OfficeDbs dbs, Password password, CancellationToken stop)
    {
        var person = await db.People.SingleAsync(row => row.Id == viewer.PersonId, stop);
        if (!password.Fits(person, form.Current ?? ""))
        {
            return new Refusal("password-wrong", "いまのパスワードが違います。", "current");
        }

        if (Password.Check(form.Password, form.Again) is { } wrong)
        {
            return wrong;
        }

        password.Give(person, form.Password!);
        await db.SaveChangesAsync(stop);
        return await Session.OfAsync(dbs, person.Id, viewer.OfficeId, CookieAuthenticationDefaults.AuthenticationScheme, stop)
            ?? throw new InvalidOperationException("A signed-in person has no office.");
    }
}

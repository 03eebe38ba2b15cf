using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.People.SecondFactors;
using OfficeWorkflow.Server.People.Sessions;
using OfficeWorkflow.Server.People.Tokens;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.People;

/// <summary>A person's own account: who they are here, where they are signed in, and a new password against the old one.</summary>
public static class ChangePassword
{
    internal sealed record Form(string? Current, string? Password, string? Again);

    /// <param name="Here">The session of this page.</param>
    public sealed record Model(
        string Name,
        string Mail,
        string OfficeName,
        IReadOnlyList<string> Roles,
        bool WantsDigest,
        bool HasSecondFactor,
        IReadOnlyList<SignInSession> Sessions,
        Guid? Here,
        string? Done,
        IReadOnlyList<Refusal> Refusals);

    internal static async Task<Model> ShowAsync(Viewer viewer, Guid? here, string? done, IReadOnlyList<Refusal> refusals, OfficeDb db, Entering door, CancellationToken stop)
    {
        var person = await db.People.Where(row => row.Id == viewer.PersonId).Select(static row => new { row.Mail, row.WantsDigest }).SingleAsync(stop);
        return new Model(
            viewer.Name,
            person.Mail,
            viewer.OfficeName,
            [.. viewer.Roles.Select(Roles.NameOf)],
            person.WantsDigest,
            await CheckCode.IsNeededAsync(db, viewer.PersonId, stop),
            await door.OpenAsync(viewer.PersonId, db, stop),
            here,
            done,
            refusals);
    }

    /// <returns>The person, who has a new stamp and is to enter again: all their other sessions have ended, and so have the tokens of their programs.</returns>
    internal static async Task<Outcome<Guid>> HandleAsync(
        Form form, Viewer viewer, OfficeDb db, Password password, TimeProvider clock, CancellationToken stop)
    {
        if (await OwnPassword.CheckAsync(form.Current, viewer.PersonId, db, password, clock, stop) is { } wrongNow)
        {
            return wrongNow with { Field = wrongNow.Field is null ? null : "current" };
        }

        if (Password.Check(form.Password, form.Again) is { } wrong)
        {
            return wrong;
        }

        var person = await db.People.SingleAsync(row => row.Id == viewer.PersonId, stop);
        password.Give(person, form.Password!);
        await RevokeTokens.EndAsync(person.Id, db, clock.GetUtcNow(), stop);
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "account-password-changed", $"person:{person.Id}", "自分のパスワードを変えた。");
        await db.SaveChangesAsync(stop);
        return person.Id;
    }
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People.SecondFactors;

/// <summary>Asks a signed-in person for the password again; wrong ones count as at the door, for the device may be in other hands.</summary>
internal static class OwnPassword
{
    public static async Task<Refusal?> CheckAsync(string? typed, Guid personId, OfficeDb db, Password password, TimeProvider clock, CancellationToken stop)
    {
        var person = await db.People.AsNoTracking().SingleAsync(row => row.Id == personId, stop);
        if (person.LockedUntil > clock.GetUtcNow())
        {
            return SignIn.Locked;
        }

        if (password.Fits(person, typed ?? ""))
        {
            return null;
        }

        await SignIn.CountAsync(db, personId, clock.GetUtcNow(), stop);
        return new Refusal("password-wrong", "いまのパスワードが違います。", "password");
    }
}

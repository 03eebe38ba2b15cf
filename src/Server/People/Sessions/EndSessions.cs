using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.People.Tokens;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.People.Sessions;

/// <summary>A person ends their own sessions: one of them, or all.</summary>
internal static class EndSessions
{
    /// <returns>Whether it was one of the person's own.</returns>
    public static async Task<bool> OneAsync(Guid id, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var me = viewer.PersonId;
        if (await db.SignInSessions.SingleOrDefaultAsync(session => session.Id == id && session.PersonId == me && session.EndedAt == null, stop) is not { } session)
        {
            return false;
        }

        session.EndedAt = clock.GetUtcNow();
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "session-ended", $"person:{me}", $"自分の端末ひとつ（{session.Device}）をサインアウトした。");
        await db.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>A new stamp: no cookie of before holds any more, and no token of the person's programs.</summary>
    public static async Task AllAsync(Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var person = await db.People.SingleAsync(row => row.Id == viewer.PersonId, stop);
        person.SecurityStamp = Guid.CreateVersion7().ToString("N");
        await RevokeTokens.EndAsync(person.Id, db, clock.GetUtcNow(), stop);
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "sessions-ended", $"person:{person.Id}", "自分のすべての端末からサインアウトした。");
        await db.SaveChangesAsync(stop);
    }
}

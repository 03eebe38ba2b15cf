using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.People.Digests;

/// <summary>A person chooses one mail a day, or each by itself.</summary>
internal static class ChooseDigest
{
    public static async Task HandleAsync(bool wantsDigest, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var person = await db.People.SingleAsync(row => row.Id == viewer.PersonId, stop);
        person.WantsDigest = wantsDigest;
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "account-digest-changed", $"person:{person.Id}", wantsDigest ? "メールを1日1回にまとめることにした。" : "メールを1通ずつ受け取ることにした。");
        await db.SaveChangesAsync(stop);
    }
}

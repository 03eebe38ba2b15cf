using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Meetings.Feed;

/// <summary>The secret address of one's own calendar: shown to its owner alone, made anew or ended at will.</summary>
public sealed class KeepFeed(Links links, SiteAddress site, TimeProvider clock)
{
    private const int Days = 365;

    public async Task<Model> ShowAsync(Viewer viewer, OfficeDb db, CancellationToken stop) =>
        await links.FindAsync(db, viewer.OfficeId, FeedPurpose.Key, viewer.PersonId.ToString(), stop) is { } path
            ? new Model($"{site.Of(path)}/{FeedPurpose.Part}")
            : new Model(null);

    /// <summary>The address before it is worth nothing from now on.</summary>
    public async Task MakeAsync(Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await links.MakeAsync(db, viewer.OfficeId, FeedPurpose.Key, viewer.PersonId.ToString(), viewer.Name, now.AddDays(Days), needsCode: false, stop);
        db.Note(viewer.OfficeId, now, "calendar-feed-made", $"person:{viewer.PersonId}", "自分の予定のアドレスを作りました。");
        await db.SaveChangesAsync(stop);
    }

    public async Task EndAsync(Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        await links.RevokeAsync(db, viewer.OfficeId, FeedPurpose.Key, viewer.PersonId.ToString(), stop);
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "calendar-feed-ended", $"person:{viewer.PersonId}", "自分の予定のアドレスを終わりにしました。");
        await db.SaveChangesAsync(stop);
    }

    /// <param name="Address">Null where there is none.</param>
    public sealed record Model(string? Address);
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.GuestLinks;

/// <summary>What staff see of a link: whom it is for, how it stands, and the code to read out.</summary>
public static class SeeLink
{
    private static readonly string[] Readings = ["ゼロ", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう"];

    public static async Task<Model?> HandleAsync(Guid id, OfficeDb db, GuestKey key, TimeProvider clock, CancellationToken stop)
    {
        if (await db.GuestLinks.AsNoTracking().FirstOrDefaultAsync(link => link.Id == id, stop) is not { } link)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var state = link.StateAt(now);
        if (!link.NeedsCode || state is not GuestLinkState.Open)
        {
            return new Model(link, state, Code: null);
        }

        // Whoever has seen link and code could answer as the guest.
        db.Note(link.OfficeId, now, "guest-code-shown", $"guest-link:{link.Id}", "リンクのコードを表示しました。");
        await db.SaveChangesAsync(stop);

        return new Model(link, state, key.CodeOf(link));
    }

    /// <returns>False when the office has no such link.</returns>
    public static Task<bool> RenewCodeAsync(Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        ChangeAsync(id, db, clock, static link => link.RenewCode(), "guest-code-renewed", "リンクの新しいコードを作りました。", stop);

    /// <returns>False when the office has no such link.</returns>
    public static Task<bool> RevokeAsync(Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        ChangeAsync(id, db, clock, link => link.Revoke(clock.GetUtcNow()), "guest-link-revoked", "リンクを終わりにしました。", stop);

    /// <summary>Changes a link that opens; one that has ended stays as it is.</summary>
    private static async Task<bool> ChangeAsync(
        Guid id, OfficeDb db, TimeProvider clock, Action<GuestLink> change, string act, string text, CancellationToken stop)
    {
        var now = clock.GetUtcNow();

        if (await db.GuestLinks.FirstOrDefaultAsync(link => link.Id == id, stop) is not { } link)
        {
            return false;
        }

        if (link.StateAt(now) is GuestLinkState.Open)
        {
            change(link);
            db.Note(link.OfficeId, now, act, $"guest-link:{link.Id}", text);
            await db.SaveChangesAsync(stop);
        }

        return true;
    }

    /// <param name="Code">Six digits, while the link is open and needs one.</param>
    public sealed record Model(GuestLink Link, GuestLinkState State, string? Code)
    {
        public string StateLabel => State switch
        {
            GuestLinkState.Open => "使えます",
            GuestLinkState.Expired => "期限が過ぎました",
            GuestLinkState.Used => "答えが届きました",
            GuestLinkState.Revoked => "終わりにしました",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        /// <summary>The code as one says it on the telephone.</summary>
        public string Reading => string.Join('、', (Code ?? "").Select(static digit => Readings[digit - '0']));
    }
}

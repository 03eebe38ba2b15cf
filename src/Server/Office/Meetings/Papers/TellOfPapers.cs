using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Office.Meetings.Room;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Papers;

/// <summary>
/// A paper came after the invitation: who holds a link behind which it can be read, and may read it, is told, once for all papers of some
/// minutes. Whose mail with the link has not left yet finds the paper there without being told. The mail names no paper: a title may say much.
/// </summary>
public sealed class TellOfPapers(Links links, Postbox postbox, SiteAddress site)
{
    /// <summary>Key of the wording.</summary>
    public const string Template = "meeting-papers-added";

    private static readonly TimeSpan MoreMayCome = TimeSpan.FromMinutes(10);

    private static readonly string[] Purposes = [RoomPurpose.Key, OpinionPurpose.Key];

    /// <summary>Adds the mails to the context; the caller saves.</summary>
    /// <param name="meeting">With its participants and dates.</param>
    /// <param name="paper">Added to the context, not yet saved.</param>
    /// <returns>Why a mail cannot be written, or null.</returns>
    public async Task<Refusal?> HandleAsync(OfficeDb db, Meeting meeting, MeetingPaper paper, DateTimeOffset at, CancellationToken stop)
    {
        if (meeting.Chosen is not { } chosen || chosen.StartsAt <= at)
        {
            return null;
        }

        var seen = (await SeenPapers.LoadAsync(db, meeting, at, stop)).With(paper);
        var mails = await db.Mails.AsNoTracking().Where(mail => mail.CaseId == meeting.CaseId).ToListAsync(stop);
        var addresses = await PresentMails.OfAsync(db, meeting.Participants, stop);
        foreach (var participant in meeting.Participants.Where(one => seen.Sees(one, paper)).OrderBy(static one => one.Place))
        {
            if (addresses.Of(participant) is { } address
                && await ArrivedAsync(db, participant, mails, stop) is { } path
                && !IsUnderWay(mails, path)
                && await PutAsync(db, meeting, participant, address, path, at, stop) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>The open link that a participant has got; null for none.</summary>
    private async Task<string?> ArrivedAsync(OfficeDb db, Participant participant, IReadOnlyList<SentMail> mails, CancellationToken stop)
    {
        foreach (var purpose in Purposes)
        {
            if (await links.FindAsync(db, participant.OfficeId, purpose, participant.Id.ToString(), stop) is { } path && HasArrived(mails, path))
            {
                return path;
            }
        }

        return null;
    }

    private static bool HasArrived(IEnumerable<SentMail> mails, string path) =>
        mails.Any(mail => mail.State is MailState.Sent or MailState.Maybe or MailState.Handed or MailState.Gathered && Holds(mail, path));

    /// <summary>A mail that says the same waits already.</summary>
    private static bool IsUnderWay(IEnumerable<SentMail> mails, string path) =>
        mails.Any(mail => mail is { Template: Template, State: MailState.Waiting or MailState.Collected or MailState.ToHand } && Holds(mail, path));

    private static bool Holds(SentMail mail, string path) => mail.Text.Contains(GuestToken.Mask(path), StringComparison.Ordinal);

    private async Task<Refusal?> PutAsync(OfficeDb db, Meeting meeting, Participant participant, string address, string path, DateTimeOffset at, CancellationToken stop)
    {
        var words = MeetingInvitations.Words(meeting).With("link", Value.Of(site.Of(path)));
        var order = new MailOrder(meeting.OfficeId, Template, Invited.NameInMail(participant), address, words)
        {
            CaseId = meeting.CaseId,
            NotBefore = at + MoreMayCome,
        };

        return await postbox.PutAsync(db, order, at, stop) is Outcome<SentMail>.Refused no ? no.Refusal : null;
    }
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Meetings.Changing;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Meetings.Papers;

/// <summary>The papers that staff bring for a meeting, and who of the participants sees which.</summary>
public static class KeepPapers
{
    /// <summary>The choice for the client and who acts for the client in law, beside the categories.</summary>
    public const string ForClient = "Client";

    private const string ClientKey = "client";

    public sealed record Form
    {
        public string? Title { get; init; }

        /// <summary><c>client</c> or the id of a family member.</summary>
        public string? Person { get; init; } = ClientKey;

        public IReadOnlyList<string>? ShownTo { get; init; }
    }

    /// <param name="Whose">Whose information the paper holds.</param>
    /// <param name="Seeing">Who of the participants sees it today.</param>
    /// <param name="Wanting">Whom it is meant for, but who may not see it: the consent is missing.</param>
    public sealed record Line(MeetingPaper Paper, string Whose, IReadOnlyList<Participant> Seeing, IReadOnlyList<Participant> Wanting);

    public sealed record Model(Meeting Meeting, IReadOnlyList<Option> People, IReadOnlyList<Line> Lines, Form Form, bool MayWork, IReadOnlyList<Refusal> Refusals)
    {
        public string Address => AddressOf(Meeting.Id);

        public bool CanAdd => MayWork && !Meeting.IsCalledOff;
    }

    public static IReadOnlyList<Option> Audiences { get; } =
    [
        new(ForClient, "本人・保護者・法定代理人"),
        .. Enum.GetValues<PrivacyCategory>().Select(static category => new Option(category.ToString(), PrivacyCategories.Label(category))),
    ];

    public static string AddressOf(Guid meetingId) => $"/meetings/{meetingId}/papers";

    internal static async Task<Model?> ShowAsync(Guid meetingId, Form form, bool mayWork, IReadOnlyList<Refusal> refusals, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        if (await db.WholeMeetings.AsNoTracking().SingleOrDefaultAsync(row => row.Id == meetingId, stop) is not { } meeting)
        {
            return null;
        }

        var people = await PeopleAsync(db, meeting.ClientId, stop);
        var seen = await SeenPapers.LoadAsync(db, meeting, at, stop);

        return new Model(meeting, people, [.. seen.Papers.Select(paper => LineOf(paper, meeting, people, seen))], form, mayWork, refusals);
    }

    internal static async Task<Outcome<Guid>> AddAsync(
        Guid meetingId, Form form, IFormFile? file, Viewer viewer, OfficeDb db, TellOfPapers tell, TimeProvider clock, CancellationToken stop)
    {
        if (await db.WholeMeetings.SingleOrDefaultAsync(row => row.Id == meetingId, stop) is not { } meeting)
        {
            return MeetingRefusals.Unknown;
        }

        if (meeting.IsCalledOff)
        {
            return new Refusal("meeting-called-off", "この会議は取りやめになったので、資料は加えられません。", Kind: RefusalKind.Conflict);
        }

        var (read, now) = (new PageReader(), clock.GetUtcNow());
        var paper = await ReadAsync(form, meeting, read, viewer.PersonId, db, now, stop);
        read.RefuseIf(file is null or { Length: 0 }, "file-missing", "資料のファイル（PDF、または写真）を選んでください。", "file");
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        var origin = new DocumentOrigin(meeting.OfficeId, meeting.ClientId.ToString(), meeting.CaseId, viewer.PersonId, now);
        switch (await DocumentStore.KeepAsync(db, file!, origin, stop))
        {
            case Outcome<Document>.Refused no:
                return no.Refusal;
            case Outcome<Document>.Done kept when await BringAsync(db, meeting, paper(kept.Value.Id), tell, now, stop) is { } untold:
                return untold;
        }

        db.Note(meeting.OfficeId, now, "meeting-paper-added", $"meeting:{meeting.Id}", "会議の資料を加えました。", meeting.CaseId);
        await db.SaveChangesAsync(stop);

        return meeting.Id;
    }

    /// <returns>False when the meeting has no such paper.</returns>
    internal static async Task<bool> WithdrawAsync(Guid meetingId, Guid paperId, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.MeetingPapers.SingleOrDefaultAsync(row => row.Id == paperId && row.MeetingId == meetingId, stop) is not { } paper)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        if (!paper.IsWithdrawn)
        {
            paper.Withdraw(viewer.PersonId, now);
            db.Note(viewer.OfficeId, now, "meeting-paper-withdrawn", $"meeting-paper:{paper.Id}", "会議の資料を取り下げました。");
            await db.SaveChangesAsync(stop);
        }

        return true;
    }

    /// <returns>Why who is to be told of it cannot be told, or null.</returns>
    private static Task<Refusal?> BringAsync(OfficeDb db, Meeting meeting, MeetingPaper paper, TellOfPapers tell, DateTimeOffset at, CancellationToken stop)
    {
        db.Add(paper);

        return tell.HandleAsync(db, meeting, paper, at, stop);
    }

    private static async Task<IReadOnlyList<Option>> PeopleAsync(OfficeDb db, Guid clientId, CancellationToken stop)
    {
        var client = await db.Clients.Where(row => row.Id == clientId).Select(static row => row.Name).SingleAsync(stop);
        var family = await db.FamilyOf(clientId).ToListAsync(stop);

        return [new(ClientKey, $"{client}（本人）"), .. family.Select(static member => new Option(member.Id.ToString(), $"{member.Name}（{member.Relation}）"))];
    }

    private static Line LineOf(MeetingPaper paper, Meeting meeting, IReadOnlyList<Option> people, SeenPapers seen)
    {
        var whose = people.FirstOrDefault(one => string.Equals(one.Key, paper.FamilyMemberId?.ToString() ?? ClientKey, StringComparison.Ordinal))?.Label ?? "家族";
        var meant = meeting.Participants.Where(one => one.Category is { } category ? paper.Categories().Contains(category) : paper.IsForClient).ToList();

        return new Line(paper, whose, [.. meant.Where(one => seen.Sees(one, paper))], [.. meant.Where(one => !seen.Sees(one, paper))]);
    }

    private static async Task<Func<Guid, MeetingPaper>> ReadAsync(Form form, Meeting meeting, PageReader read, Guid personId, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        var title = read.Required(form.Title, nameof(form.Title), "資料の名前");
        var isClients = string.Equals(form.Person, ClientKey, StringComparison.Ordinal);
        var family = await db.FamilyOf(meeting.ClientId).Select(static member => member.Id).ToListAsync(stop);
        var member = isClients ? null : read.Id(form.Person, family, nameof(form.Person), "だれの情報か");
        read.RefuseIf(!isClients && string.IsNullOrEmpty(form.Person), "required", "「だれの情報か」を選んでください。", nameof(form.Person));
        var chosen = form.ShownTo ?? [];
        read.RefuseIf(chosen.Count == 0, "required", "「見せてよい相手」を一つ以上選んでください。", nameof(form.ShownTo));
        var categories = chosen.Where(static one => one is not ForClient).Select(typed => read.Choice<PrivacyCategory>(typed, nameof(form.ShownTo), "見せてよい相手")).ToList();

        return documentId => new MeetingPaper
        {
            Id = Guid.CreateVersion7(at),
            OfficeId = meeting.OfficeId,
            MeetingId = meeting.Id,
            DocumentId = documentId,
            Title = title,
            FamilyMemberId = member,
            IsForClient = chosen.Contains(ForClient, StringComparer.Ordinal),
            ShownTo = MeetingPaper.NamesOf(categories),
            AddedBy = personId,
            AddedAt = at,
        };
    }
}

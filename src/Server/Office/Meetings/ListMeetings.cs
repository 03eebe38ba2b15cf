using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings;

/// <summary>The office's meetings, the latest planned first.</summary>
public static class ListMeetings
{
    private const int PageSize = 50;

    public static async Task<Model> HandleAsync(Filter filter, OfficeDb db, DateTimeOffset now, CancellationToken stop)
    {
        var (rows, hasMore) = await PageAsync(filter, filter.Skipped, PageSize, db, now, stop);

        return new Model(filter, rows, await Narrow(filter, db.Meetings, db.Clients, db.Minutes).CountAsync(stop), hasMore);
    }

    internal static async Task<(IReadOnlyList<Row> Rows, bool HasMore)> PageAsync(Filter filter, int skipped, int size, OfficeDb db, DateTimeOffset now, CancellationToken stop)
    {
        var (clients, minutes) = (db.Clients, db.Minutes);
        var found = await Narrow(filter, db.Meetings.AsNoTracking(), clients, minutes)
            .OrderByDescending(static meeting => meeting.PlannedAt).ThenByDescending(static meeting => meeting.Id)
            .Skip(skipped).Take(size + 1)
            .Include(static meeting => meeting.Candidates).Include(static meeting => meeting.Participants)
            .AsSplitQuery()
            .ToListAsync(stop);
        var shown = found.Take(size).ToList();
        var ids = shown.ConvertAll(static meeting => meeting.Id);
        var names = await clients.Where(client => shown.Select(static meeting => meeting.ClientId).Contains(client.Id)).ToDictionaryAsync(static client => client.Id, static client => client.Name, stop);
        var answers = (await db.PollAnswers.Where(answer => ids.Contains(answer.MeetingId)).ToListAsync(stop)).ToLookup(static answer => answer.MeetingId);
        var written = await minutes.Where(row => ids.Contains(row.MeetingId)).Select(static row => row.MeetingId).ToListAsync(stop);
        var rows = shown.ConvertAll(meeting => Of(meeting, names.GetValueOrDefault(meeting.ClientId, ""), new Tally(meeting, answers[meeting.Id]), written.Contains(meeting.Id), now));

        return (rows, found.Count > size);
    }

    public static MeetingStage StageOf(Meeting meeting, bool hasMinutes, DateTimeOffset now) => (hasMinutes, meeting.Chosen) switch
    {
        (true, _) => MeetingStage.Done,
        _ when meeting.IsCalledOff => MeetingStage.CalledOff,
        (_, null) => MeetingStage.Arranging,
        (_, { } chosen) => chosen.EndsAt > now ? MeetingStage.Ahead : MeetingStage.WithoutMinutes,
    };

    private static IQueryable<Meeting> Narrow(Filter filter, IQueryable<Meeting> meetings, IQueryable<Client> clients, IQueryable<Records.Minutes> minutes)
    {
        var words = filter.Q?.Trim();
        meetings = string.IsNullOrEmpty(words)
            ? meetings
            : meetings.Where(meeting => clients.Any(client => client.Id == meeting.ClientId && (client.Name.Contains(words) || client.Kana.Contains(words))));
        meetings = filter.Client is { } clientId ? meetings.Where(meeting => meeting.ClientId == clientId) : meetings;

        return filter.State switch
        {
            "open" => meetings.Where(meeting => meeting.CalledOffAt == null && !minutes.Any(row => row.MeetingId == meeting.Id)),
            "done" => meetings.Where(meeting => meeting.CalledOffAt != null || minutes.Any(row => row.MeetingId == meeting.Id)),
            _ => meetings,
        };
    }

    private static Row Of(Meeting meeting, string clientName, Tally tally, bool hasMinutes, DateTimeOffset now) => new(
        meeting.Id, clientName, meeting.Round, meeting.Chosen, meeting.Participants.Count, meeting.Participants.Count - tally.Unanswered.Count(),
        StageOf(meeting, hasMinutes, now));

    /// <param name="Q">Part of the client's name.</param>
    /// <param name="State"><c>open</c>, <c>done</c>; anything else shows all.</param>
    /// <param name="Page">From 1.</param>
    public sealed record Filter(string? Q, string? State, Guid? Client, int? Page)
    {
        public int Skipped => (Math.Clamp(Page ?? 1, 1, 10_000) - 1) * PageSize;

        public string AddressOf(int page) => "/meetings" + QueryString.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = Q,
                ["state"] = State,
                ["client"] = Client?.ToString(),
                ["page"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null,
            }.Where(static pair => !string.IsNullOrEmpty(pair.Value)));
    }

    public sealed record Row(Guid Id, string ClientName, int Round, MeetingCandidate? Chosen, int Asked, int Answered, MeetingStage Stage);

    public sealed record Model(Filter Filter, IReadOnlyList<Row> Rows, int Count, bool HasMore)
    {
        public bool IsNarrowed => !string.IsNullOrWhiteSpace(Filter.Q) || !string.IsNullOrEmpty(Filter.State) || Filter.Client is not null;

        public int Page => Math.Max(Filter.Page ?? 1, 1);

        public string Sentence => string.Create(CultureInfo.InvariantCulture, $"全{Count}件のうち{Rows.Count}件を、新しい順に表示しています");
    }
}

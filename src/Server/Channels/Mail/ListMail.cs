using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail.Queue;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>The office's mails, newest first.</summary>
public static class ListMail
{
    private const int PageSize = 50;

    public static async Task<Model> HandleAsync(Filter filter, OfficeDb db, MailTransport transport, CaseSearch cases, CancellationToken stop)
    {
        var found = await NarrowAsync(db.Mails.AsNoTracking(), filter, db, cases, stop);
        var counts = await found.GroupBy(static mail => mail.State).Select(static group => new { State = group.Key, Count = group.Count() }).ToListAsync(stop);
        var (rows, next) = await PageAsync(filter, PageSize, db, cases, stop);

        return new Model(
            filter,
            rows,
            counts.ToDictionary(static one => one.State, static one => one.Count),
            next,
            transport.Leaves,
            await db.MailPauses.AsNoTracking().SingleOrDefaultAsync(stop));
    }

    internal static async Task<(IReadOnlyList<Row> Rows, string? Next)> PageAsync(Filter filter, int size, OfficeDb db, CaseSearch cases, CancellationToken stop)
    {
        var found = await NarrowAsync(db.Mails.AsNoTracking(), filter, db, cases, stop);
        var all = filter.States is { } states ? found.Where(mail => states.Contains(mail.State)) : found;
        var rows = await After(all, filter.After)
            .OrderByDescending(static mail => mail.WrittenAt)
            .ThenByDescending(static mail => mail.Id)
            .Take(size + 1)
            .Select(static mail => new Row(mail.Id, mail.WrittenAt, mail.RecipientName, mail.Address, mail.Subject, mail.State, mail.CaseId)
            {
                Template = mail.Template,
                Attempts = mail.Attempts,
                MessageId = mail.MessageId,
                SentAt = mail.SentAt,
            })
            .ToListAsync(stop);
        var shown = rows.Take(size).ToList();

        return (shown, rows.Count > size ? CursorOf(shown[^1]) : null);
    }

    private static async Task<IQueryable<SentMail>> NarrowAsync(IQueryable<SentMail> mails, Filter filter, OfficeDb db, CaseSearch cases, CancellationToken stop)
    {
        if (filter.Q?.Trim() is { Length: > 0 } words)
        {
            var named = (await cases.FindAsync(db, words, stop)).Select(static id => (Guid?)id).ToList();
            mails = mails.Where(mail => mail.RecipientName.Contains(words)
                || mail.Subject.Contains(words)
                || (mail.Address != null && mail.Address.Contains(words))
                || named.Contains(mail.CaseId));
        }

        return filter.Case is { } caseId ? mails.Where(mail => mail.CaseId == caseId) : mails;
    }

    private static IQueryable<SentMail> After(IQueryable<SentMail> mails, string? cursor) =>
        TimeCursor.Read(cursor) is var (at, id)
            ? mails.Where(mail => mail.WrittenAt < at || (mail.WrittenAt == at && mail.Id.CompareTo(id) < 0))
            : mails;

    private static string CursorOf(Row row) => new TimeCursor(row.WrittenAt, row.Id).ToString();

    /// <param name="Q">Part of a name, an address, a subject, or of what a case is called.</param>
    /// <param name="State">Name of a <see cref="MailState"/>; anything else shows all.</param>
    /// <param name="After">Where the page before ended.</param>
    public sealed record Filter(string? Q, string? State, Guid? Case, string? After)
    {
        public MailState? Chosen => Enum.TryParse<MailState>(State, out var state) && Enum.IsDefined(state) ? state : null;

        /// <summary>Name of the filter that shows what somebody must see to.</summary>
        public const string Need = "Need";

        public bool IsNeed => string.Equals(State, Need, StringComparison.Ordinal);

        /// <summary>The states to show; null for all.</summary>
        public IReadOnlyList<MailState>? States => IsNeed ? MailStates.Needy : Chosen is { } one ? [one] : null;

        public string AddressOfNeed => (this with { State = Need }).AddressAfter(cursor: null);

        public string AddressOf(MailState? state) => (this with { State = state?.ToString() }).AddressAfter(cursor: null);

        public string AddressAfter(string? cursor) =>
            "/mail" + QueryString.Create(
                new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = Q, ["state"] = State, ["case"] = Case?.ToString(), ["after"] = cursor }
                    .Where(static pair => !string.IsNullOrEmpty(pair.Value)));
    }

    public sealed record Row(Guid Id, DateTimeOffset WrittenAt, string RecipientName, string? Address, string Subject, MailState State, Guid? CaseId)
    {
        public required string Template { get; init; }

        public required int Attempts { get; init; }

        public required string MessageId { get; init; }

        public required DateTimeOffset? SentAt { get; init; }
    }

    /// <param name="Counts">How many there are in each state, whatever state is chosen.</param>
    /// <param name="Leaves">Whether mail leaves the house.</param>
    /// <param name="Pause">Who stopped the mail; null while it flows.</param>
    public sealed record Model(
        Filter Filter, IReadOnlyList<Row> Rows, IReadOnlyDictionary<MailState, int> Counts, string? Next, bool Leaves, MailPause? Pause)
    {
        /// <summary>Whether the viewer may stop mail, and send what failed again.</summary>
        public bool MayWork { get; init; }

        public int Count => Filter.States?.Sum(CountOf) ?? Counts.Values.Sum();

        public int NeedCount => MailStates.Needy.Sum(CountOf);

        public bool IsNarrowed => !string.IsNullOrWhiteSpace(Filter.Q) || Filter.States is not null || Filter.Case is not null;

        public string Sentence => Count == 0 ? "0件" : string.Create(CultureInfo.InvariantCulture, $"全{Count}件のうち{Rows.Count}件を、新しい順に表示しています");

        public int CountOf(MailState state) => Counts.GetValueOrDefault(state);
    }
}

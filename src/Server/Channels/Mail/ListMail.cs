using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>The office's mails, newest first.</summary>
public static class ListMail
{
    private const int PageSize = 50;

    public static async Task<Model> HandleAsync(Filter filter, OfficeDb db, MailTransport transport, CancellationToken stop)
    {
        var all = Narrow(db.Mails.AsNoTracking(), filter);
        var rows = await After(all, filter.After)
            .OrderByDescending(static mail => mail.WrittenAt)
            .ThenByDescending(static mail => mail.Id)
            .Take(PageSize + 1)
            .Select(static mail => new Row(mail.Id, mail.WrittenAt, mail.RecipientName, mail.Address, mail.Subject, mail.State, mail.CaseId)
            {
                Template = mail.Template,
                Attempts = mail.Attempts,
                MessageId = mail.MessageId,
                SentAt = mail.SentAt,
            })
            .ToListAsync(stop);
        var shown = rows.Take(PageSize).ToList();

        return new Model(filter, shown, await all.CountAsync(stop), rows.Count > PageSize ? CursorOf(shown[^1]) : null, transport.Leaves);
    }

    private static IQueryable<SentMail> Narrow(IQueryable<SentMail> mails, Filter filter)
    {
        var words = filter.Q?.Trim();
        mails = string.IsNullOrEmpty(words)
            ? mails
            : mails.Where(mail => mail.RecipientName.Contains(words) || mail.Subject.Contains(words) || (mail.Address != null && mail.Address.Contains(words)));
        mails = Enum.TryParse<MailState>(filter.State, out var state) ? mails.Where(mail => mail.State == state) : mails;

        return filter.Case is { } caseId ? mails.Where(mail => mail.CaseId == caseId) : mails;
    }

    private static IQueryable<SentMail> After(IQueryable<SentMail> mails, string? cursor) =>
        TimeCursor.Read(cursor) is var (at, id)
            ? mails.Where(mail => mail.WrittenAt < at || (mail.WrittenAt == at && mail.Id.CompareTo(id) < 0))
            : mails;

    private static string CursorOf(Row row) => new TimeCursor(row.WrittenAt, row.Id).ToString();

    /// <param name="Q">Part of a name, an address or a subject.</param>
    /// <param name="State">Name of a <see cref="MailState"/>; anything else shows all.</param>
    /// <param name="After">Where the page before ended.</param>
    public sealed record Filter(string? Q, string? State, Guid? Case, string? After)
    {
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

    /// <param name="Leaves">Whether mail leaves the house.</param>
    public sealed record Model(Filter Filter, IReadOnlyList<Row> Rows, int Count, string? Next, bool Leaves)
    {
        public bool IsNarrowed => !string.IsNullOrWhiteSpace(Filter.Q) || !string.IsNullOrEmpty(Filter.State) || Filter.Case is not null;

        public string Sentence => Count == 0 ? "0件" : string.Create(CultureInfo.InvariantCulture, $"全{Count}件のうち{Rows.Count}件を、新しい順に表示しています");
    }
}

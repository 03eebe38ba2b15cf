using System.Text.Json;
using OfficeWorkflow.Server.Channels.Mail.Queue;
using OfficeWorkflow.Server.Channels.Mail.Servers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>The office's mails as JSON, newest first; the same list as the page.</summary>
internal static class MailApi
{
    public static void Map(WebApplication app) =>
        app.MapGet("/api/v1/mail", List).RequireAuthorization(StaffPolicies.Member).WithName("listMail");

    private static async Task<Page> List(string? state, Guid? @case, string? after, OfficeDb db, OfficeMail offices, CaseSearch cases, CancellationToken stop)
    {
        var chosen = Enum.GetValues<MailState>().Where(known => string.Equals(NameOf(known), state, StringComparison.Ordinal)).Select(static known => known.ToString());
        var model = await ListMail.HandleAsync(new(Q: null, chosen.FirstOrDefault(), @case, after), db, await offices.OfAsync(db, db.Scope.Office ?? Guid.Empty, stop), cases, stop);

        return new Page([.. model.Rows.Select(Of)], model.Next);
    }

    private static Item Of(ListMail.Row row) => new(
        row.Id, row.CaseId, row.RecipientName, row.Address, row.Subject, row.Template, NameOf(row.State), row.Attempts, row.MessageId, row.WrittenAt, row.SentAt);

    /// <summary>waiting, sent, maybe, failed, bounced, no-address, to-hand, handed, collected, gathered, withdrawn, replaced.</summary>
    private static string NameOf(MailState state) => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());

    /// <param name="Next">What <c>after</c> must be for the next page; null at the end.</param>
    internal sealed record Page(IReadOnlyList<Item> Items, string? Next);

    internal sealed record Item(
        Guid Id,
        Guid? CaseId,
        string Recipient,
        string? Address,
        string Subject,
        string Template,
        string State,
        int Attempts,
        string MessageId,
        DateTimeOffset WrittenAt,
        DateTimeOffset? SentAt);
}

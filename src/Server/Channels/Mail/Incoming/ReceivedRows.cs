using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Lists;

namespace OfficeWorkflow.Server.Channels.Mail.Incoming;

/// <summary>The mails that came in, as a file.</summary>
internal sealed class ReceivedRows : ListSource
{
    public override string Key => "received";

    public override string Name => "届いたメール";

    public override string Address => "/mail/received";

    public override IReadOnlyList<string> Columns { get; } = ["日時", "差出人", "件名", "したこと", "確かめが要る"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var all = asked.Db.ReceivedMails.AsNoTracking().OrderByDescending(static mail => mail.ReceivedAt).ThenByDescending(static mail => mail.Id).AsAsyncEnumerable();
        await foreach (var mail in all.WithCancellation(stop))
        {
            yield return [Of(mail.ReceivedAt), mail.FromAddress, mail.Subject, mail.Told, mail.IsSettled ? "" : "確かめてください"];
        }
    }
}

using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.Channels.Mail.Queue;

namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>The office's mails as a file.</summary>
internal sealed class MailRows(CaseSearch cases) : ListSource
{
    public override string Key => "mail";

    public override string Name => "メール";

    public override string Address => "/mail";

    public override IReadOnlyList<string> Columns { get; } = ["書いた日時", "宛先", "アドレス", "件名", "状態", "送った日時", "試した回数"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        var filter = new ListMail.Filter(asked.Text("q"), asked.Text("state"), asked.Id("case"), After: null);
        await foreach (var row in AllAsync(after => ListMail.PageAsync(filter with { After = after }, Batch, asked.Db, cases, stop), stop))
        {
            yield return [Of(row.WrittenAt), row.RecipientName, row.Address ?? "", row.Subject, MailStates.LabelOf(row.State), Of(row.SentAt), Of(row.Attempts)];
        }
    }
}

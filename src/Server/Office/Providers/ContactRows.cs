using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;

namespace OfficeWorkflow.Server.Office.Providers;

/// <summary>The 関係者 as a file.</summary>
internal sealed class ContactRows : ListSource
{
    public override string Key => "contacts";

    public override string Name => "関係者";

    public override string Address => "/contacts";

    public override IReadOnlyList<string> Columns { get; } = ["氏名", "区分", "所属", "役職・職種", "メール", "電話", "状態"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var contact in (await ListContacts.HandleAsync(asked.Text("q"), asked.Text("category"), asked.Db, stop)).Contacts)
        {
            yield return
            [
                contact.Name, Words.Of(contact.Category), contact.Organisation ?? "", contact.Job ?? "", contact.Mail ?? "", contact.Phone ?? "", contact.LeftOn is null ? "担当" : "離任",
            ];
        }
    }
}

using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;

namespace OfficeWorkflow.Server.People.Lists;

/// <summary>Everyone of the office, as a file.</summary>
internal sealed class PeopleRows : ListSource
{
    public override string Key => "people";

    public override string Name => "職員";

    public override string Address => "/people";

    public override string Policy => Policies.Administer;

    public override IReadOnlyList<string> Columns { get; } = ["氏名", "メールアドレス", "役割", "状態"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var person in (await ListPeople.HandleAsync(new InvitePerson.Form(null, null, null), [], link: null, asked.Db, stop)).People)
        {
            yield return [person.Name, person.Mail, string.Join('、', person.Roles.Select(Roles.NameOf)), person.HasPassword ? "利用中" : "招待中"];
        }
    }
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Contracts;

/// <summary>重要事項説明, 契約, and the consents to the use of personal data that are signed with them.</summary>
internal sealed class ContractAct : ClientAct
{
    private const string TheClient = "client";

    public override string Name => "Office.Contract";

    public override IReadOnlyList<string> ReservedTo => [Roles.Specialist];

    protected override async Task<FormPrefill> PrefillAsync(ActContext context, Client client, CancellationToken stop)
    {
        var family = await FamilyAsync(context, client, stop);
        var persons = new List<FormOption> { new(TheClient, $"{client.Name}（本人）") };
        persons.AddRange(family.Select(member => new FormOption(member.Id.ToString(), $"{member.Name}（{member.Relation}）")));
        var today = Today(context);
        var rows = persons.Select(person => (Value)Answer(("person", Value.Of(person.Key)), ("givenOn", today)));
        var guardian = client.IsChildOn(((Value.Day)today).On) ? family.FirstOrDefault(member => member.IsGuardian) : null;

        return Prefill(
            ("importantMattersOn", today), ("contractOn", today), ("signerName", Value.Of(guardian?.Name ?? client.Name)), ("privacy", Value.Of(rows))) with
        {
            Options = new Dictionary<string, IReadOnlyList<FormOption>>(StringComparer.Ordinal) { ["privacy.person"] = persons },
        };
    }

    protected override async Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Client client, ActReader read, CancellationToken stop)
    {
        var explained = read.PastDay("importantMattersOn", "重要事項の説明に同意した日");
        var contracted = read.PastDay("contractOn", "契約した日");
        read.NotBefore(contracted, "contractOn", "契約した日", explained, "contract-before-explanation", "重要事項の説明に同意した日");
        var family = await FamilyAsync(context, client, stop);
        var consents = read.Rows("privacy").SelectMany(row => Consents(context, client, family, row, read.Id("privacyDocument"))).ToList();
        var contract = new Contract
        {
            Id = Guid.CreateVersion7(),
            OfficeId = context.OfficeId,
            ClientId = client.Id,
            CaseId = context.CaseId,
            ImportantMattersOn = explained,
            ContractOn = contracted,
            SignerName = read.Required("signerName", "契約者"),
            DocumentId = read.Id("document"),
            RecordedAt = context.At,
            RecordedBy = context.PersonId,
        };
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        context.Db.Add(contract);
        context.Db.AddRange(consents);
        return Answer(("contractId", Value.Of(contract.Id.ToString())));
    }

    private static async Task<List<FamilyMember>> FamilyAsync(ActContext context, Client client, CancellationToken stop) =>
        await context.Db.FamilyOf(client.Id).ToListAsync(stop);

    private static IEnumerable<PrivacyConsent> Consents(ActContext context, Client client, List<FamilyMember> family, ActReader row, Guid? paper)
    {
        var person = row.Required("person", "誰の情報か");
        var member = family.FirstOrDefault(one => string.Equals(one.Id.ToString(), person, StringComparison.Ordinal));
        row.RefuseIf(
            member is null && person.Length > 0 && !string.Equals(person, TheClient, StringComparison.Ordinal),
            "person-unknown", "「誰の情報か」は利用者か、登録した家族から選んでください。", "person");
        var given = row.PastDay("givenOn", "同意した日");
        var categories = row.Choices<PrivacyCategory>("categories");
        row.RefuseIf(categories.Count == 0, "required", "「情報を示してよい相手」を一つ以上選んでください。使わない行は削除できます。", "categories");

        return
            from category in categories
            select new PrivacyConsent
            {
                Id = Guid.CreateVersion7(),
                OfficeId = context.OfficeId,
                ClientId = client.Id,
                FamilyMemberId = member?.Id,
                Category = category,
                GivenOn = given,
                DocumentId = paper,
                CaseId = context.CaseId,
                RecordedAt = context.At,
                RecordedBy = context.PersonId,
            };
    }
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Privacy;

/// <summary>Whose data may be shown to whom: one line a person, one column a category.</summary>
public static class ShowPrivacy
{
    /// <param name="MemberId">Null for the client.</param>
    public sealed record Line(Guid? MemberId, string Name, IReadOnlyDictionary<PrivacyCategory, PrivacyConsent> Consents)
    {
        public string Key => MemberId?.ToString() ?? "client";
    }

    public sealed record Model(Client Client, DateOnly Today, IReadOnlyList<Line> Lines, RecordPrivacy.Form Form, IReadOnlyList<Refusal> Refusals);

    internal static async Task<Model?> HandleAsync(
        Guid clientId, RecordPrivacy.Form? typed, IReadOnlyList<Refusal> refusals, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var client = await db.Clients.SingleOrDefaultAsync(row => row.Id == clientId, stop);
        if (client is null)
        {
            return null;
        }

        var consents = await db.PrivacyConsents.Where(row => row.ClientId == clientId).OrderBy(row => row.GivenOn).ThenBy(row => row.RecordedAt).ToListAsync(stop);
        var family = await db.FamilyOf(clientId).ToListAsync(stop);
        var today = JapaneseEra.DayInTokyo(clock.GetUtcNow());
        var lines = new List<Line> { LineOf(memberId: null, $"{client.Name}（本人）", consents, today) };
        lines.AddRange(family.Select(member => LineOf(member.Id, $"{member.Name}（{member.Relation}）", consents, today)));
        return new Model(client, today, lines, typed ?? new RecordPrivacy.Form(), refusals);
    }

    // One that holds opens the papers, whatever came after it: the page says so, and else shows the last.
    private static Line LineOf(Guid? memberId, string name, List<PrivacyConsent> consents, DateOnly today) => new(
        memberId,
        name,
        consents.Where(row => row.FamilyMemberId == memberId)
            .GroupBy(row => row.Category)
            .ToDictionary(same => same.Key, same => same.LastOrDefault(row => row.CoversOn(today)) ?? same.Last()));
}

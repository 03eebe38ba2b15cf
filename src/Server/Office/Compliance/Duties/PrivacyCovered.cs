using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Office.Privacy;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>Written consent covers everybody to whom personal data of user and family is shown.</summary>
internal static class PrivacyCovered
{
    public static Duty Duty { get; } = new(
        "C15",
        "個人情報を使う同意",
        Duty.Stops,
        "運営基準「秘密保持等」(会議等で用いることへの事前の文書による同意)",
        "足りない相手について、本人(家族の情報は家族)から文書で同意を受けてから声をかけてください。",
        Check);

    private static Verdict Check(ClientFacts facts, DutySettings settings)
    {
        if (facts.Meeting is not { } meeting || (meeting.HeldOn ?? meeting.InvitedOn) is not { } day)
        {
            return Verdict.NotYet("会議の相手が決まってから確かめます。");
        }

        return Verdict.Of(Wrongs(facts, meeting, meeting.InvitedOn ?? day), "会議の相手すべてについて同意があります。");
    }

    private static IEnumerable<string> Wrongs(ClientFacts facts, MeetingFact meeting, DateOnly day)
    {
        foreach (var invitee in meeting.Invitees)
        {
            if (invitee.Category is { } category && !IsCovered(facts, category, day))
            {
                yield return $"{invitee.Name}({PrivacyCategories.Label(category)})に本人の情報を示すことへの同意がありません。";
            }
        }

        foreach (var member in facts.Family)
        {
            if (!facts.PrivacyConsents.Any(consent => IsOf(consent, member) && consent.CoversOn(day)))
            {
                yield return $"家族({member})の情報を使うことへの同意がありません。";
            }
        }
    }

    private static bool IsCovered(ClientFacts facts, PrivacyCategory category, DateOnly day) =>
        facts.PrivacyConsents.Any(consent => consent.FamilyMember is null && consent.Category == category && consent.CoversOn(day));

    private static bool IsOf(PrivacyFact consent, string member) => string.Equals(consent.FamilyMember, member, StringComparison.Ordinal);
}

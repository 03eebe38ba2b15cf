using System.Globalization;

namespace OfficeWorkflow.Server.Office.Meetings.Polls;

/// <summary>
/// The date to choose, with the reason in words. A date without the client is never suggested (利用者の参加が原則); then those who cannot be
/// missed and one of every provider decide, then who comes most easily, then the earliest.
/// </summary>
/// <param name="Candidate">Null where no date on offer has the client.</param>
public sealed record Suggestion(MeetingCandidate? Candidate, string Reason)
{
    public static Suggestion Of(Meeting meeting, Tally tally)
    {
        var possible = meeting.Offered.Where(candidate => !IsWithoutClient(meeting, tally, candidate)).ToList();
        var best = possible
            .OrderBy(candidate => Refusing(meeting, tally, candidate, static one => one.IsRequired).Count())
            .ThenBy(candidate => ProvidersMissing(meeting, tally, candidate).Count)
            .ThenByDescending(candidate => (2 * tally.Count(candidate.Id, Availability.Yes)) + tally.Count(candidate.Id, Availability.IfNeedBe))
            .ThenBy(static candidate => candidate.StartsAt)
            .FirstOrDefault();

        return best is null
            ? new Suggestion(null, "どの候補の日も、本人が来られません。ここでは決めずに、新しい候補を本人と相談してください。")
            : new Suggestion(best, ReasonOf(meeting, tally, best, meeting.Offered.Count() - possible.Count));
    }

    private static string ReasonOf(Meeting meeting, Tally tally, MeetingCandidate best, int withoutClient)
    {
        var client = meeting.Participants.FirstOrDefault(static one => one.Kind is ParticipantKind.Client);
        var missing = Refusing(meeting, tally, best, static one => one.IsRequired && one.Kind is not ParticipantKind.Client).Select(static one => one.Name).ToList();
        var providers = ProvidersMissing(meeting, tally, best);
        List<string> sentences =
        [
            client is null || tally.Answer(client.Id, best.Id) is null ? "本人の返事はまだです。電話などで確かめてください。" : "本人が来られます。",
            missing.Count == 0 ? "欠かせない方に、来られない方はいません。" : $"欠かせない方のうち{string.Join("、", missing)}が来られません。",
        ];
        if (providers.Count > 0)
        {
            sentences.Add(string.Create(CultureInfo.InvariantCulture, $"事業所のうち{providers.Count}か所が来られないので、意見照会が要ります。"));
        }

        sentences.Add(tally.Line(best) + "。");
        if (withoutClient > 0)
        {
            sentences.Add(string.Create(CultureInfo.InvariantCulture, $"本人が来られない{withoutClient}つの候補は、除いています。"));
        }

        return string.Concat(sentences);
    }

    private static bool IsWithoutClient(Meeting meeting, Tally tally, MeetingCandidate candidate) =>
        Refusing(meeting, tally, candidate, static one => one.Kind is ParticipantKind.Client).Any();

    private static IEnumerable<Participant> Refusing(Meeting meeting, Tally tally, MeetingCandidate candidate, Predicate<Participant> isAsked) =>
        meeting.Participants.Where(participant => isAsked(participant) && tally.Answer(participant.Id, candidate.Id)?.Availability is Availability.No);

    /// <summary>Providers of which nobody can come.</summary>
    private static List<Guid> ProvidersMissing(Meeting meeting, Tally tally, MeetingCandidate candidate) =>
    [
        .. meeting.Participants
            .Where(static participant => participant.ProviderId is not null)
            .GroupBy(static participant => participant.ProviderId!.Value)
            .Where(provider => provider.All(participant => tally.Answer(participant.Id, candidate.Id)?.Availability is Availability.No))
            .Select(static provider => provider.Key),
    ];
}

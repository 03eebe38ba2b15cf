using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Consents.ByLink;
using OfficeWorkflow.Server.Office.Consents.Witnesses;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Consents;

/// <summary>One explanation and its answer, with all that proves it.</summary>
public static class ShowConsent
{
    public static async Task<Model?> HandleAsync(Guid id, OfficeDb db, CancellationToken stop)
    {
        if (await db.Consents.AsNoTracking().SingleOrDefaultAsync(consent => consent.Id == id, stop) is not { } consent)
        {
            return null;
        }

        var client = await db.Clients.AsNoTracking().SingleAsync(client => client.Id == consent.ClientId, stop);
        var plan = await db.Plans.AsNoTracking().SingleAsync(plan => plan.Id == consent.PlanId, stop);
        var target = id.ToString();
        var link = await db.GuestLinks.AsNoTracking()
            .Where(link => link.Purpose == ConsentPurpose.Key && link.TargetId == target)
            .OrderByDescending(static link => link.MadeAt)
            .FirstOrDefaultAsync(stop);

        var witnesses = await db.Witnesses.AsNoTracking().Where(witness => witness.ConsentId == id).OrderBy(static witness => witness.AskedAt).ToListAsync(stop);

        return new Model(
            consent, client, plan, await NameAsync(db, consent.ExplainedBy, stop), consent.AnswerRecordedBy is { } by ? await NameAsync(db, by, stop) : null, link)
        {
            Newer = await OlderRequests.NewerAsync(db, plan, stop),
            Address = await Requested.AddressAsync(db, consent, stop),
            NotOnTablet = consent is { Method: ConsentMethod.Tablet, IsAnswered: false } ? await AnswerOnTablet.EndedAsync(db, consent, stop) : null,
            Witnesses = witnesses,
            WitnessLinks = await WitnessLinksAsync(db, witnesses, stop),
        };
    }

    private static async Task<IReadOnlyList<GuestLink>> WitnessLinksAsync(OfficeDb db, List<Witness> witnesses, CancellationToken stop)
    {
        var targets = witnesses.Where(static witness => witness is { Method: ConsentMethod.Link, IsConfirmed: false }).Select(static witness => witness.Id.ToString()).ToList();

        return await db.GuestLinks.AsNoTracking().Where(link => link.Purpose == WitnessPurpose.Key && link.RevokedAt == null && targets.Contains(link.TargetId)).ToListAsync(stop);
    }

    private static async Task<string> NameAsync(OfficeDb db, Guid personId, CancellationToken stop) =>
        await db.People.Where(person => person.Id == personId).Select(static person => person.Name).SingleOrDefaultAsync(stop) ?? "";

    /// <param name="Link">The last link that was made for it.</param>
    public sealed record Model(Consent Consent, Client Client, ServicePlan Plan, string ExplainedBy, string? RecordedBy, GuestLink? Link)
    {
        /// <summary>The version that took the place of the one that was explained.</summary>
        public ServicePlan? Newer { get; init; }

        /// <summary>Where the link went.</summary>
        public string? Address { get; init; }

        /// <summary>Why it can no longer be answered on the office's tablet.</summary>
        public Refusal? NotOnTablet { get; init; }

        /// <summary>Who was asked to confirm that they were there.</summary>
        public IReadOnlyList<Witness> Witnesses { get; init; } = [];

        public IReadOnlyList<GuestLink> WitnessLinks { get; init; } = [];

        public GuestLink? LinkOf(Witness witness) => WitnessLinks.FirstOrDefault(link => string.Equals(link.TargetId, witness.Id.ToString(), StringComparison.Ordinal));

        /// <summary>The stored paper is still the one that was shown when the plan was explained.</summary>
        public bool IsSamePaper => Consent.DocumentHash is null || string.Equals(Consent.DocumentHash, Plan.DocumentHash, StringComparison.Ordinal);
    }
}

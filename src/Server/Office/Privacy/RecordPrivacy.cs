using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Privacy;

/// <summary>Records written consents outside a procedure, and withdrawals.</summary>
public static class RecordPrivacy
{
    public sealed record Form
    {
        /// <summary><c>client</c> or the id of a family member.</summary>
        public string? Person { get; init; }

        public string? GivenOn { get; init; }

        public IReadOnlyList<string>? Categories { get; init; }
    }

    internal static async Task<Outcome<Guid>> HandleAsync(Guid clientId, Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (!await db.Clients.AnyAsync(row => row.Id == clientId, stop))
        {
            return new Refusal("client-unknown", "この利用者はこの事業所に登録されていません。", Kind: RefusalKind.Unknown);
        }

        var read = new PageReader();
        var now = clock.GetUtcNow();
        var family = await db.FamilyOf(clientId).Select(member => member.Id).ToListAsync(stop);
        var isClient = string.Equals(form.Person, "client", StringComparison.Ordinal);
        var member = isClient ? null : read.Id(form.Person, family, nameof(form.Person), "誰の情報か");
        read.RefuseIf(!isClient && member is null && string.IsNullOrEmpty(form.Person), "required", "「誰の情報か」を選んでください。", nameof(form.Person));
        var given = read.RequiredDay(form.GivenOn, nameof(form.GivenOn), "同意した日");
        read.RefuseIf(given > JapaneseEra.DayInTokyo(now), "day-ahead", "「同意した日」にまだ来ていない日が入っています。", nameof(form.GivenOn));
        read.RefuseIf(form.Categories is null or [], "required", "「情報を示してよい相手」を一つ以上選んでください。", nameof(form.Categories));
        var categories = (form.Categories ?? []).Select(typed => read.Choice<PrivacyCategory>(typed, nameof(form.Categories), "情報を示してよい相手")).Distinct().ToList();
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        db.AddRange(categories.Select(category => new PrivacyConsent
        {
            Id = Guid.CreateVersion7(),
            OfficeId = viewer.OfficeId,
            ClientId = clientId,
            FamilyMemberId = member,
            Category = category,
            GivenOn = given,
            RecordedAt = now,
            RecordedBy = viewer.PersonId,
        }));
        db.Note(viewer.OfficeId, now, "privacy-consent-recorded", $"client:{clientId}", "個人情報の使用同意を記録した");
        await db.SaveChangesAsync(stop);
        return clientId;
    }

    internal static async Task<Outcome<Guid>> WithdrawAsync(Guid clientId, Guid consentId, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var consent = await db.PrivacyConsents.SingleOrDefaultAsync(row => row.Id == consentId && row.ClientId == clientId, stop);
        if (consent is null)
        {
            return new Refusal("consent-unknown", "この同意は記録されていません。", Kind: RefusalKind.Unknown);
        }

        var now = clock.GetUtcNow();
        foreach (var same in consent.WithdrawnOn is null ? await SameAsync(db, consent, stop) : [])
        {
            same.Withdraw(JapaneseEra.DayInTokyo(now));
        }

        db.Note(viewer.OfficeId, now, "privacy-consent-withdrawn", $"client:{clientId}", "個人情報の使用同意の取り消しを記録した");
        await db.SaveChangesAsync(stop);
        return clientId;
    }

    /// <summary>What is withdrawn is the leave itself: contract and later papers may have recorded it more than once, and each of them alone would keep it open.</summary>
    private static Task<List<PrivacyConsent>> SameAsync(OfficeDb db, PrivacyConsent consent, CancellationToken stop) =>
        db.PrivacyConsents
            .Where(row => row.ClientId == consent.ClientId && row.FamilyMemberId == consent.FamilyMemberId && row.Category == consent.Category && row.WithdrawnOn == null)
            .ToListAsync(stop);
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Consents.Agreements;

/// <summary>Who around a client agreed to electronic means, as it was recorded.</summary>
public static class KeepAgreements
{
    private const int LongestName = 60;
    private const int LongestMeans = 200;

    public sealed record Form
    {
        public string? PersonName { get; init; }

        public string? Means { get; init; } = "電子メールの案内と、ウェブの画面での回答（PDF）";

        public string? AgreedOn { get; init; }
    }

    public sealed record Model(Client Client, IReadOnlyList<ElectronicAgreement> Agreements, Form Form, IReadOnlyList<Refusal> Refusals);

    internal static async Task<Model?> ShowAsync(Guid clientId, Form form, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop) =>
        await db.Clients.AsNoTracking().SingleOrDefaultAsync(client => client.Id == clientId, stop) is { } client
            ? new Model(
                client,
                await db.ElectronicAgreements.AsNoTracking().Where(row => row.ClientId == clientId).OrderByDescending(static row => row.AgreedOn).ThenByDescending(static row => row.RecordedAt).ToListAsync(stop),
                form, refusals)
            : null;

    /// <summary>The agreement of a person that holds, by the name as it was written.</summary>
    internal static async Task<ElectronicAgreement?> InForceAsync(OfficeDb db, Guid clientId, string personName, CancellationToken stop) =>
        await db.ElectronicAgreements.Where(row => row.ClientId == clientId && row.PersonName == personName && row.RevokedOn == null)
            .OrderByDescending(static row => row.AgreedOn).FirstOrDefaultAsync(stop);

    internal static async Task<Outcome<Guid>> RecordAsync(Guid clientId, Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (!await db.Clients.AnyAsync(row => row.Id == clientId, stop))
        {
            return new Refusal("client-unknown", "この利用者はこの事業所に登録されていません。", Kind: RefusalKind.Unknown);
        }

        var (read, now) = (new PageReader(), clock.GetUtcNow());
        var agreedOn = read.RequiredDay(form.AgreedOn, nameof(form.AgreedOn), "承諾した日");
        read.RefuseIf(agreedOn > JapaneseEra.DayInTokyo(now), "day-ahead", "「承諾した日」にまだ来ていない日が入っています。", nameof(form.AgreedOn));
        var (name, means) = (form.PersonName?.Trim() ?? "", form.Means?.Trim() ?? "");
        read.RefuseIf(name.Length is 0 or > LongestName, "required", $"「承諾した方」を{LongestName}字までで入力してください。", nameof(form.PersonName));
        read.RefuseIf(means.Length is 0 or > LongestMeans, "required", $"「方法とファイルの形式」を{LongestMeans}字までで入力してください。", nameof(form.Means));
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        db.Add(New(viewer.OfficeId, clientId, name, means, agreedOn, viewer.PersonId, now));
        db.Note(viewer.OfficeId, now, "electronic-agreement-recorded", $"client:{clientId}", "電磁的方法の承諾を記録した");
        await db.SaveChangesAsync(stop);

        return clientId;
    }

    internal static ElectronicAgreement New(Guid officeId, Guid clientId, string name, string means, DateOnly agreedOn, Guid by, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        OfficeId = officeId,
        ClientId = clientId,
        PersonName = name,
        Means = means,
        AgreedOn = agreedOn,
        RecordedBy = by,
        RecordedAt = at,
    };
}

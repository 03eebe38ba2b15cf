using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Clients;

/// <summary>Adds somebody to a client's family, or changes what is known.</summary>
public static class KeepFamily
{
    public sealed record Form
    {
        public string? Name { get; init; }

        public string? Kana { get; init; }

        public string? Relation { get; init; }

        public string? BirthOn { get; init; }

        public string? Address { get; init; }

        public string? Phone { get; init; }

        public string? Mail { get; init; }

        public bool LivesTogether { get; init; }

        public bool IsGuardian { get; init; }

        public bool IsLegalGuardian { get; init; }

        public bool IsKeyPerson { get; init; }

        public string? Note { get; init; }

        public bool HasLeft { get; init; }

        internal static Form Of(FamilyMember? member) => member is null
            ? new Form()
            : new Form
            {
                Name = member.Name,
                Kana = member.Kana,
                Relation = member.Relation,
                BirthOn = member.BirthOn is { } day ? JapaneseEra.Date(day) : null,
                Address = member.Address,
                Phone = member.Phone,
                Mail = member.Mail,
                LivesTogether = member.LivesTogether,
                IsGuardian = member.IsGuardian,
                IsLegalGuardian = member.IsLegalGuardian,
                IsKeyPerson = member.IsKeyPerson,
                Note = member.Note,
                HasLeft = member.LeftOn is not null,
            };
    }

    /// <param name="MemberId">Null for somebody new.</param>
    public sealed record Model(Guid ClientId, string ClientName, Guid? MemberId, Form Form, IReadOnlyList<Refusal> Refusals)
    {
        public string Action => MemberId is null ? $"/clients/{ClientId}/family" : $"/clients/{ClientId}/family/{MemberId}";
    }

    internal static async Task<Model?> ShowAsync(Guid clientId, Guid? memberId, Form? typed, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop)
    {
        var client = await db.Clients.SingleOrDefaultAsync(row => row.Id == clientId, stop);
        var member = await db.FamilyMembers.SingleOrDefaultAsync(row => row.Id == memberId && row.ClientId == clientId, stop);
        return client is null || (memberId is not null && member is null)
            ? null
            : new Model(clientId, client.Name, memberId, typed ?? Form.Of(member), refusals);
    }

    internal static async Task<Outcome<Guid>> HandleAsync(
        Guid clientId, Guid? memberId, Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var isKnown = await db.Clients.AnyAsync(row => row.Id == clientId, stop);
        var member = memberId is null ? New(clientId, viewer, now) : await db.FamilyMembers.SingleOrDefaultAsync(row => row.Id == memberId && row.ClientId == clientId, stop);
        if (!isKnown || member is null)
        {
            return new Refusal("client-unknown", "この利用者はこの事業所に登録されていません。", Kind: RefusalKind.Unknown);
        }

        var read = new PageReader();
        Write(member, form, read, JapaneseEra.DayInTokyo(now));
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        if (memberId is null)
        {
            db.Add(member);
        }

        db.Note(viewer.OfficeId, now, "family-recorded", $"client:{clientId}", "利用者の家族の情報を記録した");
        await db.SaveChangesAsync(stop);
        return member.Id;
    }

    private static FamilyMember New(Guid clientId, Viewer viewer, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = viewer.OfficeId,
        ClientId = clientId,
        Name = string.Empty,
        Relation = string.Empty,
        RecordedAt = now,
    };

    /// <summary>Puts what was typed on a member of the family, as far as it can be read.</summary>
    internal static void Write(FamilyMember member, Form form, PageReader read, DateOnly today)
    {
        member.Name = read.Required(form.Name, nameof(form.Name), "氏名");
        member.Kana = read.Line(form.Kana, nameof(form.Kana), "ふりがな") is { } kana ? KanaText.Fold(kana) : null;
        member.Relation = read.Required(form.Relation, nameof(form.Relation), "続柄");
        member.BirthOn = read.Day(form.BirthOn, nameof(form.BirthOn), "生年月日");
        member.Address = read.Line(form.Address, nameof(form.Address), "住所");
        member.Phone = read.Line(form.Phone, nameof(form.Phone), "電話");
        member.Mail = read.Mail(form.Mail, nameof(form.Mail));
        member.LivesTogether = form.LivesTogether;
        member.IsGuardian = form.IsGuardian;
        member.IsLegalGuardian = form.IsLegalGuardian;
        member.IsKeyPerson = form.IsKeyPerson;
        member.Note = read.Text(form.Note, nameof(form.Note), "メモ");
        member.LeftOn = form.HasLeft ? member.LeftOn ?? today : null;
    }
}

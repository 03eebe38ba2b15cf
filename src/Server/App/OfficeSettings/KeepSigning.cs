using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App.OfficeSettings;

/// <summary>With what consent is signed on the screen.</summary>
public static class KeepSigning
{
    public static IReadOnlyList<Option> Marks { get; } =
    [
        new(nameof(SigningMark.Typed), "氏名を入力する"),
        new(nameof(SigningMark.Ticked), "氏名を確かめて、印を付ける"),
        new(nameof(SigningMark.Drawn), "画面に手書きする（書けない方は、氏名を入力する）"),
    ];

    /// <param name="Mark">Name of a <see cref="SigningMark"/>.</param>
    public sealed record Form(string? Mark);

    public sealed record Model(string? Mark, bool IsKept)
    {
        public IReadOnlyList<Refusal> Refusals { get; init; } = [];
    }

    internal static async Task<Model> ShowAsync(bool isKept, Guid officeId, OfficeDb db, CancellationToken stop) =>
        new((await db.Offices.Where(row => row.Id == officeId).Select(static row => row.SigningMark).SingleAsync(stop)).ToString(), isKept);

    internal static async Task<Refusal?> HandleAsync(Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (Marks.FirstOrDefault(option => string.Equals(option.Key, form.Mark, StringComparison.Ordinal)) is not { } mark)
        {
            return new Refusal("not-an-option", "「署名の受け方」を一つ選んでください。", "Mark");
        }

        var office = await db.Offices.SingleAsync(row => row.Id == viewer.OfficeId, stop);
        office.SigningMark = Enum.Parse<SigningMark>(mark.Key);
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "office-changed", $"office:{office.Id}", $"画面での署名の受け方を「{mark.Label}」にした。");
        await db.SaveChangesAsync(stop);

        return null;
    }
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App.OfficeSettings;

/// <summary>Whether a second person must approve what is published.</summary>
public static class KeepApproval
{
    /// <param name="NeedsApproval"><c>true</c> where the box is ticked.</param>
    public sealed record Form(string? NeedsApproval);

    public sealed record Model(bool NeedsApproval, bool IsKept);

    internal static async Task<Model> ShowAsync(bool isKept, Guid officeId, OfficeDb db, CancellationToken stop) =>
        new(await db.Offices.Where(row => row.Id == officeId).Select(static row => row.NeedsApproval).SingleAsync(stop), isKept);

    internal static async Task HandleAsync(Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var office = await db.Offices.SingleAsync(row => row.Id == viewer.OfficeId, stop);
        office.NeedsApproval = form.NeedsApproval is "true";
        var words = office.NeedsApproval ? "手続きの公開に、もう一人の承認が要るようにした。" : "手続きの公開に、もう一人の承認が要らないようにした。";
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "office-changed", $"office:{office.Id}", words);
        await db.SaveChangesAsync(stop);
    }
}

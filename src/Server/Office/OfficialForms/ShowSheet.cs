using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.OfficialForms;

/// <summary>Whether a record has a paper already.</summary>
public static class ShowSheet
{
    /// <returns>Null when the office has no such record.</returns>
    internal static async Task<Model?> HandleAsync(SheetKind kind, Guid targetId, OfficeDb db, CancellationToken stop)
    {
        var kept = await PrintSheet.KeptAsync(db, kind, targetId, stop);
        return kept is null && !await PrintSheet.CanPrintAsync(kind, targetId, db, stop) ? null : new Model(kind, targetId, kept);
    }

    /// <summary>What <c>SheetPage</c> shows.</summary>
    public sealed record Model(SheetKind Kind, Guid TargetId, Document? Document)
    {
        public string Title => Kind switch
        {
            SheetKind.Plan => "計画(案)の印刷",
            SheetKind.AgreedPlan => "交付用の写しの印刷",
            SheetKind.Minutes => "会議録の印刷",
            SheetKind.Monitoring => "モニタリング報告書の印刷",
            SheetKind.Witness => "立会人の確認まで入れた説明・同意の記録の印刷",
            _ => "説明・同意の記録の印刷",
        };

        public string Address => SheetRoutes.Address(Kind, TargetId);
    }
}

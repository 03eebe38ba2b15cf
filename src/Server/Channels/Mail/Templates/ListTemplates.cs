using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>The wordings in use.</summary>
public static class ListTemplates
{
    public static async Task<Model> HandleAsync(OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        new(await OfficeWordings.AllAsync(db, db.Scope.Office ?? Guid.Empty, clock.GetUtcNow(), stop));

    public sealed record Model(IReadOnlyList<MailTemplate> Templates);
}

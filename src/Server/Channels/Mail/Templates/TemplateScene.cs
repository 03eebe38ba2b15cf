using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>Where wordings are used, and cases to try one on. Registered by the wing that keeps procedures and cases.</summary>
public abstract class TemplateScene
{
    /// <summary>The procedures that send the mail, and the steps in them where they say so themselves.</summary>
    public abstract Task<IReadOnlyList<Option>> UsedInAsync(OfficeDb db, string key, CancellationToken stop);

    /// <summary>Cases on which the wording can be tried, the newest first.</summary>
    public abstract Task<IReadOnlyList<Option>> CasesAsync(OfficeDb db, string key, CancellationToken stop);

    /// <summary>What a case would fill in now; null for a case that the office does not have.</summary>
    public abstract Task<Value.Record?> DataAsync(OfficeDb db, Guid caseId, string key, DateTimeOffset at, CancellationToken stop);

    /// <summary>The mail address of a member of staff.</summary>
    public abstract Task<string> AddressOfAsync(OfficeDb db, Guid personId, CancellationToken stop);
}

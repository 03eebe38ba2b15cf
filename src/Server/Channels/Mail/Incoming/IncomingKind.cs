using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Incoming;

/// <summary>One kind of mail that the office understands, such as a calendar's answer. Registered in the container as this type.</summary>
public abstract class IncomingKind
{
    /// <summary>Takes the mail in: adds to the context; whoever calls it saves. Taking one mail twice must not harm.</summary>
    /// <param name="db">Sees one office.</param>
    /// <returns>Null when the mail is not of this kind, or is about nothing of this office.</returns>
    public abstract Task<IncomingResult?> TakeAsync(IncomingMail mail, OfficeDb db, DateTimeOffset at, CancellationToken stop);
}

using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Outbox;

/// <summary>Where an entry that a person must look at is written down; the wing that shows incidents keeps it.</summary>
public abstract class TroubleBook
{
    /// <summary>Adds its row to the context.</summary>
    public abstract void Write(OfficeDb db, OutboxEntry entry, string code, string reason, DateTimeOffset at);
}

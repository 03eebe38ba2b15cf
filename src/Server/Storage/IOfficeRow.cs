namespace OfficeWorkflow.Server.Storage;

/// <summary>A row that belongs to one office; a named query filter keeps it from all others.</summary>
public interface IOfficeRow
{
    Guid OfficeId { get; }
}

namespace OfficeWorkflow.Server.Storage;

/// <summary>A row whose change is told to the open pages of its office, once it is committed: by an id and nothing else.</summary>
public interface IAnnounced : IOfficeRow
{
    /// <summary>Id of what changed.</summary>
    Guid AnnouncedId { get; }
}

using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures;

/// <summary>Something the office can start (手順). What runs is a version of it.</summary>
public sealed class Procedure : IOfficeRow
{
    public required Guid OfficeId { get; init; }

    /// <summary>Id of the process in the diagram; how cases, calls and the API name it.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>What it is for, from the diagram's documentation.</summary>
    public string Description { get; set; } = "";

    /// <summary>Number of the version published last; 0 while there is none.</summary>
    public int LastVersion { get; set; }
}

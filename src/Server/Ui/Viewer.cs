namespace OfficeWorkflow.Server.Ui;

/// <summary>The member of staff who looks at a page.</summary>
public sealed record Viewer(Guid PersonId, string Name, Guid OfficeId, string OfficeName, IReadOnlyList<string> Roles)
{
    /// <summary>Whom they stand in for today (代行).</summary>
    public IReadOnlyList<Guid> StandsFor { get; init; } = [];

    public bool Has(string role) => Roles.Contains(role, StringComparer.Ordinal);
}

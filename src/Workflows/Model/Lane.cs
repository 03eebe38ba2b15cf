namespace OfficeWorkflow.Workflows.Model;

/// <param name="Role">Key of the role whose people work in the lane; null where none is given.</param>
public sealed record Lane(string Id, string Name, string? Role);

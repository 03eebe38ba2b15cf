namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>The outside models: where OFFICE_CORPUS says, else beside the repository.</summary>
internal static class Corpus
{
    public static string Folder { get; } = Environment.GetEnvironmentVariable("OFFICE_CORPUS") is { Length: > 0 } named
        ? named
        : Path.Combine(Killing.ServerProcess.Repository, "..", "shared", "corpus");

    public static bool IsHere => Directory.Exists(Folder);
}

namespace OfficeWorkflow.Workflows.Tests.Support;

/// <summary>The outside models: where OFFICE_CORPUS says, else beside the repository.</summary>
internal static class Corpus
{
    public static string Folder { get; } = Environment.GetEnvironmentVariable("OFFICE_CORPUS") is { Length: > 0 } named
        ? named
        : Path.Combine(Root(), "..", "shared", "corpus");

    public static bool IsHere => Directory.Exists(Folder);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;

        while (!File.Exists(Path.Combine(folder, "OfficeWorkflow.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder;
    }
}

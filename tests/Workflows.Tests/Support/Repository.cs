namespace OfficeWorkflow.Workflows.Tests.Support;

/// <summary>The repository that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>Compares a page of the documentation with what it must say; with OFFICE_WRITE_DOCS=1 it is written instead.</summary>
    public static void Says(string path, string text)
    {
        if (Environment.GetEnvironmentVariable("OFFICE_WRITE_DOCS") is "1")
        {
            File.WriteAllText(Path.Combine(Root, path), text);
        }

        Assert.True(string.Equals(text, Text(path), StringComparison.Ordinal), $"{path} does not say what the tests say. Write it anew with OFFICE_WRITE_DOCS=1 and look at the difference.");
    }

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;

        while (!File.Exists(Path.Combine(folder, "OfficeWorkflow.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder;
    }
}

namespace OfficeWorkflow.Tree.Tests;

/// <summary>The source tree that this build came from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(static file => !IsGenerated(file));

    /// <summary>The designer's own sources; its bundle is not among them.</summary>
    public static IEnumerable<string> DesignerFiles(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src/Designer/src"), pattern, SearchOption.AllDirectories);

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static bool IsGenerated(string file) =>
        Relative(file).Split('/').Any(static part => part is "bin" or "obj" or "node_modules" or ".git" or ".check" or "designer");

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OfficeWorkflow.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside of the repository.");
    }
}

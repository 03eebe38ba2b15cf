namespace OfficeWorkflow.Workflows.Tests.Outside;

/// <summary>What the authors' test of a model does and expects, written as our own data: its name, the files it deploys, its steps; <c>refused</c> where they expect that it is not taken.</summary>
internal sealed record Story(string Name, IReadOnlyList<string> Files, IReadOnlyList<string> Steps)
{
    /// <summary>Stories are apart by an empty line; the first line is the name, the second the files, the others are steps.</summary>
    public static IReadOnlyList<Story> ReadAll(string file) =>
    [
        .. from text in File.ReadAllText(file).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
           let lines = text.Split('\n', StringSplitOptions.TrimEntries)
           select new Story(lines[0], lines[1].Split(' ')[1..], lines[2..]),
    ];
}

using System.Text;
using System.Text.RegularExpressions;

namespace OfficeWorkflow.Tree.Tests;

/// <summary>A page that says which test proves which line of a list. It is written from the list and compared with it and with the tests' sources.</summary>
/// <param name="intro">What the list is about.</param>
/// <param name="writer">Whose tests write it.</param>
internal sealed partial class ProofPage(string path, string title, string intro, string writer, IReadOnlyList<(string Line, (string Class, string Test)[] Tests)> lines)
{
    private static HashSet<(string Class, string Test)> Known { get; } =
    [
        .. from file in Repository.Files("tests", "*Tests.cs")
           from match in Named().Matches(Repository.Text(file))
           select (Path.GetFileNameWithoutExtension(file), match.Groups["test"].Value),
    ];

    /// <summary>Lines without a test, or with one that is not there.</summary>
    public IEnumerable<string> Unproven => lines.Where(static line => line.Tests.Length == 0 || line.Tests.Any(static test => !Known.Contains(test))).Select(static line => line.Line);

    /// <summary>Tests of these classes that stand beside no line.</summary>
    public IEnumerable<(string Class, string Test)> Unnamed(params string[] classes) =>
        Known.Where(one => classes.Contains(one.Class, StringComparer.Ordinal)).Except(lines.SelectMany(static line => line.Tests));

    public void IsUpToDate()
    {
        if (Environment.GetEnvironmentVariable("OFFICE_WRITE_DOCS") is not null)
        {
            File.WriteAllText(Path.Combine(Repository.Root, path), Text());
        }

        Assert.Equal(Text(), Repository.Text(path));
    }

    private string Text()
    {
        var page = new StringBuilder("# ").Append(title).Append("\n\n").Append(intro).Append("\n\nWritten by `").Append(writer)
            .Append("` from the names of the tests, and compared with them at each build: `OFFICE_WRITE_DOCS=1` writes it anew.\n\n| Line | Proven by |\n|---|---|\n");
        foreach (var (line, tests) in lines)
        {
            page.Append("| ").Append(line).Append(" | ").AppendJoin("<br>", tests.Select(static test => $"`{test.Class}`: {test.Test.Replace('_', ' ')}")).Append(" |\n");
        }

        return page.ToString();
    }

    [GeneratedRegex(@"\]\s+public (?:async Task|Task|void) (?<test>\w+)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}

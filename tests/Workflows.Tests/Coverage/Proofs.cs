using System.Text.RegularExpressions;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Coverage;

/// <summary>The tests and the traits that they carry, read off the sources of all test projects.</summary>
internal static partial class Proofs
{
    private static readonly string[] Projects = ["tests/Workflows.Tests", "tests/Server.Tests"];

    /// <summary>Class and sentence of each test with a trait.</summary>
    public static ILookup<(string Trait, string Value), (string Class, string Test)> All { get; } = Projects
        .SelectMany(static project => Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*Tests.cs", SearchOption.AllDirectories))
        .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .SelectMany(static file => Read(File.ReadLines(file)))
        .ToLookup(static proof => proof.Trait, static proof => proof.Test);

    private static IEnumerable<((string, string) Trait, (string, string) Test)> Read(IEnumerable<string> lines)
    {
        var ofClass = new List<(string, string)>();
        var pending = new List<(string, string)>();
        var (name, isTest) = ("", false);
        foreach (var line in lines)
        {
            if (Trait().Match(line) is { Success: true } trait)
            {
                pending.Add((trait.Groups["name"].Value, trait.Groups["value"].Value));
            }
            else if (Class().Match(line) is { Success: true } @class && name.Length == 0)
            {
                (name, ofClass, pending) = (@class.Groups["name"].Value, pending, []);
            }
            else if (Attribute().IsMatch(line))
            {
                isTest = true;
            }
            else if (isTest && Method().Match(line) is { Success: true } method)
            {
                foreach (var carried in ofClass.Concat(pending).Distinct())
                {
                    yield return (carried, (name, method.Groups["name"].Value));
                }

                (pending, isTest) = ([], false);
            }
        }
    }

    [GeneratedRegex("""^\s*\[Trait\("(?<name>\w+)", "(?<value>[^"]+)"\)\]""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Trait();

    [GeneratedRegex(@"^public (abstract |sealed )?class (?<name>\w+)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Class();

    [GeneratedRegex(@"^\s*\[(Fact|Theory|CorpusFact|CorpusTheory)\b", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^    public (async Task|void|Task) (?<name>\w+)\(", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Method();
}

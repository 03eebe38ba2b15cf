using System.Text.RegularExpressions;

namespace OfficeWorkflow.Tree.Tests;

/// <summary>Who may name whom (docs/adr/0002).</summary>
public sealed partial class ReferenceTests
{
    // Left to right: a folder may name its own rank and those before it.
    private static readonly Dictionary<string, int> Rank = new(StringComparer.Ordinal)
    {
        ["Storage"] = 0,
        ["Answers"] = 0,
        ["Ui"] = 0,
        ["Audit"] = 0,
        ["Outbox"] = 0,
        ["Offices"] = 0,
        ["Channels"] = 1,
        ["People"] = 2,
        ["Automation"] = 3,
        ["Office"] = 4,
        ["App"] = 5,
    };

    public static TheoryData<string> ServerFolders() => [.. Rank.Keys];

    [Theory]
    [MemberData(nameof(ServerFolders))]
    public void A_folder_of_the_server_names_only_folders_to_its_left(string folder)
    {
        var wrong =
            from file in SourcesOf(folder)
            from match in ServerName().Matches(Repository.Text(file))
            let named = match.Groups["folder"].Value
            where Rank.TryGetValue(named, out var rank) && rank > Rank[folder]
            select $"{Repository.Relative(file)} names {named}";

        Assert.Empty(wrong.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void The_storage_names_no_feature()
    {
        var wrong =
            from file in SourcesOf("Storage")
            from match in ServerName().Matches(Repository.Text(file))
            let named = match.Groups["folder"].Value
            where Rank.ContainsKey(named) && named is not "Storage" and not "Answers"
            select $"{Repository.Relative(file)} names {named}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void M6_The_engine_references_nothing_but_the_base_library()
    {
        var project = Repository.Text("src/Workflows/Workflows.csproj");

        Assert.DoesNotContain("PackageReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("ProjectReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("FrameworkReference", project, StringComparison.Ordinal);
    }

    [Fact]
    public void The_engine_has_no_clock_no_randomness_no_waiting_and_no_log()
    {
        var wrong =
            from file in Repository.Files("src/Workflows", "*.cs")
            from match in Impure().Matches(Repository.Text(file))
            select $"{Repository.Relative(file)}: {match.Value}";

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> SourcesOf(string folder) =>
        Directory.Exists(Path.Combine(Repository.Root, "src/Server", folder))
            ? Repository.Files($"src/Server/{folder}", "*.cs").Concat(Repository.Files($"src/Server/{folder}", "*.razor"))
            : [];

    [GeneratedRegex(@"\busing (?:static )?OfficeWorkflow\.Server\.(?<folder>[A-Z]\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex ServerName();

    [GeneratedRegex(@"\basync\b|\bTimeProvider\b|\bGuid\.(?:New|Create)\w*|\bnew Random\b|\bRandom\.Shared\b|\bILogger\b|\bThread\.|\bEnvironment\.(?:Tick|Machine|GetEnv)\w*", RegexOptions.NonBacktracking)]
    private static partial Regex Impure();
}

using System.Text.RegularExpressions;

namespace OfficeWorkflow.Tree.Tests;

/// <summary>What keeps the tree walkable.</summary>
public sealed partial class ShapeTests
{
    // Schema steps only grow; the types of the engine's seam and state stand together, so that one using reads them.
    private static readonly string[] MayBeLong = ["src/Server/Storage/Schema", "src/Workflows/Running"];

    [Fact]
    public void No_folder_of_the_sources_holds_more_than_twenty_five_files()
    {
        var folders =
            from file in Repository.Files("src", "*.cs")
            let folder = Path.GetDirectoryName(Repository.Relative(file))!.Replace('\\', '/')
            where !MayBeLong.Contains(folder, StringComparer.Ordinal)
            select folder;

        Assert.DoesNotContain(folders.CountBy(static folder => folder, StringComparer.Ordinal), static count => count.Value > 25);
    }

    [Fact]
    public void The_root_holds_at_most_twenty_six_entries()
    {
        var entries = Directory.EnumerateFileSystemEntries(Repository.Root)
            .Select(Path.GetFileName)
            .Where(static name => name is not (".git" or ".check" or "data" or "TestResults" or ".vs"))
            .ToList();

        Assert.True(entries.Count <= 26, string.Join(' ', entries));
    }

    [Fact]
    public void No_name_ends_in_a_word_that_says_nothing()
    {
        var wrong =
            from file in Repository.Files("src", "*.cs")
            let name = Path.GetFileNameWithoutExtension(file)
            where SaysNothing().IsMatch(name)
            select Repository.Relative(file);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Nothing_is_left_for_later_in_the_sources()
    {
        string[] folders = ["src", "tests"];
        var wrong =
            from folder in folders
            from file in Repository.Files(folder, "*.cs").Concat(Repository.Files(folder, "*.razor")).Concat(Repository.Files(folder, "*.ts"))
            where !file.EndsWith("ShapeTests.cs", StringComparison.Ordinal) && Later().IsMatch(Repository.Text(file))
            select Repository.Relative(file);

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_page_writes_a_letter_before_a_statement_or_a_value_of_Razor()
    {
        // 月@if and さんの@Name read as mail addresses: they would stand on the page as text.
        var wrong =
            from file in Repository.Files("src", "*.razor")
            where StatementAsText().IsMatch(Repository.Text(file))
            select Repository.Relative(file);

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_test_is_skipped()
    {
        var wrong =
            from file in Repository.Files("tests", "*.cs")
            where !file.EndsWith("ShapeTests.cs", StringComparison.Ordinal) && Skipped().IsMatch(Repository.Text(file))
            select Repository.Relative(file);

        Assert.Empty(wrong);
    }

    [GeneratedRegex("(?:Manager|Helper|Util|Utils|Service|Processor|Data|Info|Misc|Common)$", RegexOptions.NonBacktracking)]
    private static partial Regex SaysNothing();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|NotImplementedException", RegexOptions.NonBacktracking)]
    private static partial Regex Later();

    [GeneratedRegex(@"[\s>）」、。)][\p{L}\p{N}]+@(?:if|for|foreach|switch|while)\b|[ぁ-ヿ一-鿿]@[A-Za-z]", RegexOptions.NonBacktracking)]
    private static partial Regex StatementAsText();

    [GeneratedRegex(@"\bSkip\s*=\s*""", RegexOptions.NonBacktracking)]
    private static partial Regex Skipped();
}

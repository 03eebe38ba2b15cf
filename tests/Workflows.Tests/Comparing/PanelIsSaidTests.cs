using System.Text.Json;
using OfficeWorkflow.Workflows.Comparing;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Comparing;

/// <summary>Whatever the designer's panel sets is said, one sentence for each thing that it sets. The changes are the designer's own: its tests write panel.json and compare it.</summary>
public sealed class PanelIsSaidTests
{
    private static readonly Dictionary<string, Change> Changes =
        JsonSerializer.Deserialize<Change[]>(Repository.Text("tests/Workflows.Tests/Comparing/panel.json"), JsonSerializerOptions.Web)!.ToDictionary(static change => change.Property, StringComparer.Ordinal);

    /// <summary>What sets more than one thing at once: a lane that is made or renamed for a role, a loop that needs a list, an error with its name, the line to a note.</summary>
    private static readonly Dictionary<string, string[]> Several = new(StringComparer.Ordinal)
    {
        ["role"] = ["element", "role"],
        ["laneRole"] = ["name", "role"],
        ["each"] = ["each", "item", "list"],
        ["code"] = ["code", "codeName"],
        ["noteText"] = ["text", "text"],
    };

    public static TheoryData<string> Properties => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Properties))]
    public void What_the_panel_sets_is_read_in_one_sentence(string property)
    {
        var change = Changes[property];
        var drawn = Repository.Text($"tests/Workflows.Tests/Drawn/{change.Drawn}");
        var lines = drawn.Split('\n');
        var changed = string.Join('\n', [.. lines[..change.At], .. change.Lines, .. lines[(change.At + change.Gone)..]]);

        foreach (var compared in new[] { Differ.Compare(drawn, changed, "drawn", Words.None), Differ.Compare(changed, drawn, "drawn", Words.None) })
        {
            Assert.All(compared.Differences, static difference => Assert.NotEqual(difference.Before, difference.After));
            if (Several.TryGetValue(property, out var said))
            {
                Assert.Equal(said, compared.Differences.Select(static difference => difference.Property).Order(StringComparer.Ordinal));
            }
            else
            {
                Assert.Single(compared.Differences);
            }
        }
    }

    private sealed record Change(string Property, string Drawn, int At, int Gone, string[] Lines);
}

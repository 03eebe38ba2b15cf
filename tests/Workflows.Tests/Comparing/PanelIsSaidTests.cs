using System.Text.Json;
using OfficeWorkflow.Workflows.Comparing;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Comparing;

/// <summary>Whatever the designer's panel sets is said, one sentence for each thing that it sets, where nothing was set before and where something was. The changes are the designer's own: its tests write panel.json and compare it.</summary>
public sealed class PanelIsSaidTests
{
    private static readonly Dictionary<string, Change> Changes =
        JsonSerializer.Deserialize<Change[]>(Repository.Text("tests/Workflows.Tests/Comparing/panel.json"), JsonSerializerOptions.Web)!.ToDictionary(static change => $"{change.Property} of {change.Element} in {change.Drawn}", StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_panel_sets_is_read_in_one_sentence(string name)
    {
        var change = Changes[name];
        var drawn = Repository.Text($"tests/Workflows.Tests/Drawn/{change.Drawn}");
        var lines = drawn.Split('\n');
        var changed = string.Join('\n', [.. lines[..change.At], .. change.Lines, .. lines[(change.At + change.Gone)..]]);

        foreach (var compared in new[] { Differ.Compare(drawn, changed, "drawn", Words.None), Differ.Compare(changed, drawn, "drawn", Words.None) })
        {
            var difference = Assert.Single(compared.Differences);
            Assert.NotEqual(difference.Before, difference.After);
        }
    }

    private sealed record Change(string Property, string Drawn, string Element, int At, int Gone, string[] Lines);
}

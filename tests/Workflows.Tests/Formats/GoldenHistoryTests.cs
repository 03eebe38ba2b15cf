using System.Text.Json;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Workflows.Tests.Formats;

/// <summary>
/// Histories as released builds wrote them: one line for each input, with its facts and the state after it. They are never written anew; a new format
/// adds files.
/// </summary>
[Trait("Trap", "25")]
public class GoldenHistoryTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Formats");

    private static readonly string[] Names = [.. Directory.EnumerateFiles(Folder, "*.jsonl").Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Histories => new(Names);

    [Fact]
    public void K11_Every_format_that_was_ever_written_has_a_history()
    {
        var formats = Names.Select(static name => Lines(name)[0].GetProperty("state").GetProperty("f").GetInt32()).Distinct().Order();

        Assert.Equal(Enumerable.Range(1, CaseFormat.Current), formats);
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public void The_facts_of_an_old_history_still_make_the_state_that_was_stored_with_them(string history)
    {
        var facts = new List<CaseEvent>();
        foreach (var line in Lines(history))
        {
            facts.AddRange(line.GetProperty("events").EnumerateArray().Select(static fact => CaseFormat.ReadEvent(fact.GetRawText())));
            var stored = line.GetProperty("state").GetRawText();

            Assert.Equal(Comparable(CaseFormat.Read(stored), stored), Comparable(Engine.Replay(facts), stored));
        }
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public void K11_A_case_of_an_old_history_goes_on_from_every_state_and_facts_are_written_as_they_were(string history)
    {
        var process = BpmnReader.Read(File.ReadAllText(Path.Combine(Folder, $"{history.Split('.')[0]}.bpmn"))).Processes[0];
        foreach (var line in Lines(history))
        {
            var state = CaseFormat.Read(line.GetProperty("state").GetRawText());
            Assert.All(state.Tokens, token => Assert.NotNull(process.Find(token.NodeId)));
            Assert.All(
                line.GetProperty("events").EnumerateArray(),
                static fact => Assert.Equal(fact.GetRawText(), CaseFormat.WriteEvent(CaseFormat.ReadEvent(fact.GetRawText()))));
            if (state.Waits.OfType<Wait.ForWork>().FirstOrDefault() is { } wait)
            {
                Assert.IsType<Decision.Accepted>(
                    Engine.Decide(process, state, new Input.WorkFinished(new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero), wait.Id, Value.Record.Empty)));
            }
        }
    }

    /// <summary>As text of today's format, without what the stored format did not know.</summary>
    private static string Comparable(CaseState state, string stored) => CaseFormat.Write(
        stored.Contains("\"f\":1,", StringComparison.Ordinal) ? state with { Scopes = [.. state.Scopes.Select(static scope => scope with { Done = [] })] } : state);

    private static List<JsonElement> Lines(string history) =>
        [.. File.ReadLines(Path.Combine(Folder, history)).Select(static line => JsonDocument.Parse(line).RootElement)];
}

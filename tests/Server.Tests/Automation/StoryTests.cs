using System.Text.Json;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Tests.Killing;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Server.Tests.Automation;

public sealed class StoryTests
{
    [Fact]
    public void What_followed_from_an_act_is_folded_below_it()
    {
        var day = Assert.Single(Story.Of([Headline(9, "始めた"), Along(9, TimelineKind.System), Along(9, TimelineKind.Mail), Along(9, TimelineKind.Mail), Headline(10, "終えた")]));

        Assert.Equal(["始めた", "終えた"], day.Steps.Select(static step => step.Headline.Text));
        Assert.Equal(["出たメール 2通と、続いたこと 1件", "続いたこと 0件"], day.Steps.Select(static step => step.Summary));
        Assert.Empty(day.Steps[1].Along);
    }

    [Fact]
    public void Days_are_those_of_Tokyo_and_what_followed_overnight_stays_with_its_act()
    {
        var days = Story.Of([Headline(23, "夜"), Along(25, TimelineKind.Mail), Headline(26, "次の日")]);

        Assert.Equal([new DateOnly(2026, 1, 19), new DateOnly(2026, 1, 20)], days.Select(static day => day.On));
        Assert.Equal("出たメール 1通", Assert.Single(days[0].Steps).Summary);
    }

    [Fact]
    public void A_story_that_begins_without_an_act_begins_with_what_there_is()
    {
        var step = Assert.Single(Assert.Single(Story.Of([Along(9, TimelineKind.System), Along(9, TimelineKind.System)])).Steps);

        Assert.Equal(TimelineKind.System, step.Headline.Kind);
        Assert.Single(step.Along);
    }

    [Fact]
    public void K11_Histories_of_every_earlier_format_are_told_from_their_beginning_to_where_they_stand()
    {
        var folder = Path.Combine(ServerProcess.Repository, "tests", "Workflows.Tests", "Formats");
        var histories = Directory.GetFiles(folder, "*.jsonl");
        foreach (var history in histories)
        {
            var process = BpmnReader.Read(File.ReadAllText(Path.Combine(folder, $"{Path.GetFileName(history).Split('.')[0]}.bpmn"))).Processes[0];
            var teller = new Storytelling(process, new Dictionary<string, string>(StringComparer.Ordinal), isWhole: true);

            var story = File.ReadLines(history).SelectMany((line, place) => teller.Tell(EntryOf(line, place))).Select(static told => told.Text).ToList();

            Assert.Equal($"「{process.Name}」を始めました。", story[0]);
            Assert.True(story.Count >= File.ReadLines(history).Count(), string.Join('\n', story));
        }

        Assert.NotEmpty(histories);
    }

    private static HistoryEntry EntryOf(string line, int place)
    {
        using var json = JsonDocument.Parse(line);
        return new HistoryEntry
        {
            CaseId = Guid.Empty,
            Number = place + 1,
            OfficeId = Guid.Empty,
            At = default,
            Told = json.RootElement.GetProperty("told").GetString()!,
            Events = json.RootElement.GetProperty("events").GetRawText(),
        };
    }

    private static TimelineEntry Headline(int hour, string text) => Entry(hour, TimelineKind.Person, text) with { IsHeadline = true };

    private static TimelineEntry Along(int hour, TimelineKind kind) => Entry(hour, kind, "…");

    private static TimelineEntry Entry(int hour, TimelineKind kind, string text) =>
        new(new DateTimeOffset(2026, 1, 19, 0, 0, 0, TimeSpan.FromHours(9)) + TimeSpan.FromHours(hour), kind, text, null, null, null);
}

using System.Text.Json.Nodes;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Walks;

[Collection(CaseAStory.Name)]
public sealed class PlanCreationTests(CaseAStory story)
{
    /// <summary>What of the final plan's form stands on its paper.</summary>
    private static readonly string[] OnPaper =
    [
        "userWish", "familyWish", "policy", "longGoal", "shortGoal", "need", "goal", "content", "clientRole", "note", "activity", "mainActivities", "outsideWeek", "wholePicture",
    ];

    [Fact]
    public async Task All_duties_of_making_a_plan_are_met_when_it_is_delivered()
    {
        var delivered = await story.DeliveredAsync();

        Assert.Equal(Enumerable.Range(1, 18).Select(static number => $"C{number:00} 満たしています"), delivered.Duties);
    }

    [Fact]
    public async Task All_that_was_typed_can_be_read_on_the_paper_of_the_plan()
    {
        var delivered = await story.DeliveredAsync();

        var typed = Texts(CaseA.Step("plan-final").Values).ToList();
        Assert.True(typed.Count > 40, "The form of the plan has become empty.");
        Assert.All(typed, text => Assert.Contains(PlanPaper.Letters(text), delivered.Plan, StringComparison.Ordinal));
        Assert.All(
            ["サービス等利用計画", "利用者A", "0000000001", "区分5", "専門員X", "居宅介護事業所Q", "移動支援事業所T", "令和8年3月26日", "9:30-15:30生活介護"],
            text => Assert.Contains(text, delivered.Plan, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_of_the_case_tells_the_story_in_order()
    {
        var delivered = await story.DeliveredAsync();

        Assert.True(StoryOfA.Headlines.SequenceEqual(delivered.Story, StringComparer.Ordinal), string.Join('\n', delivered.Story));
        Assert.Equal(delivered.Moments.Order(StringComparer.Ordinal), delivered.Moments);
    }

    [Fact]
    public async Task No_page_that_the_walk_met_or_that_can_be_reached_from_it_has_a_fault()
    {
        var delivered = await story.DeliveredAsync();

        foreach (var person in new[] { "専門員X", "事務管理者J" })
        {
            await story.Survey.CrawlAsync(await story.Cast.StaffAsync(person), delivered.Client, delivered.Case, "/work");
        }

        Assert.True(story.Survey.Faults.Count is 0, string.Join('\n', story.Survey.Faults));
    }

    private static IEnumerable<string> Texts(JsonObject values) => values.SelectMany(static entry => entry.Value switch
    {
        JsonArray rows => rows.OfType<JsonObject>().SelectMany(Texts),
        JsonValue value when OnPaper.Contains(entry.Key, StringComparer.Ordinal) => [value.GetValue<string>()],
        _ => [],
    });
}

using OfficeWorkflow.Server.Office.Compliance.Loading;
using OfficeWorkflow.Server.Office.Plans;

namespace OfficeWorkflow.Server.Tests.Office.Compliance;

public sealed class PlanRoundTests
{
    [Theory]
    [InlineData("", 0, 0, 0)]
    [InlineData("D", 1, 0, 0)]
    [InlineData("DD", 2, 0, 0)]
    [InlineData("DF", 1, 2, 0)]
    [InlineData("DFF", 1, 3, 0)]
    [InlineData("DFD", 3, 0, 2)]
    [InlineData("DFDF", 3, 4, 2)]
    [InlineData("F", 0, 1, 0)]
    public void The_latest_draft_begins_the_round_and_what_is_final_before_it_ends_the_one_before(string versions, int draft, int final, int before)
    {
        var plans = versions.Select(static (stage, at) => Plan(stage is 'D' ? PlanStage.Draft : PlanStage.Final, at + 1)).ToList();

        var round = PlanRound.Of(plans);

        Assert.Equal((draft, final), (round.Draft?.Version ?? 0, round.Final?.Version ?? 0));
        Assert.Equal(before == 0 ? DateTimeOffset.MinValue : plans[before - 1].WrittenAt, round.Since);
        Assert.All(plans, plan => Assert.Equal(plan.Version == draft || plan.Version == final, round.Holds(plan.Id)));
    }

    private static ServicePlan Plan(PlanStage stage, int version) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = Guid.CreateVersion7(),
        ClientId = Guid.CreateVersion7(),
        Stage = stage,
        Version = version,
        UserWish = "望む生活",
        FamilyWish = "家族の望み",
        Policy = "方針",
        LongGoal = "長期",
        ShortGoal = "短期",
        MonitoringProposal = "3か月ごと",
        WrittenBy = Guid.CreateVersion7(),
        WrittenAt = new DateTimeOffset(2026, version, 1, 9, 0, 0, TimeSpan.Zero),
        WrittenOn = new DateOnly(2026, version, 1),
    };
}

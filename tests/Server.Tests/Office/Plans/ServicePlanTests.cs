using OfficeWorkflow.Server.Office.Plans;

namespace OfficeWorkflow.Server.Tests.Office.Plans;

public sealed class ServicePlanTests
{
    [Fact]
    public void The_day_of_consent_becomes_the_creation_day_of_a_final_plan()
    {
        var plan = Plan(PlanStage.Final);

        Assert.Null(plan.Agree(new DateOnly(2026, 3, 26)));

        Assert.Equal(new DateOnly(2026, 3, 26), plan.CreatedOn);
        Assert.Equal(new DateOnly(2026, 3, 20), plan.WrittenOn);
    }

    [Fact]
    public void A_draft_keeps_the_day_on_which_it_was_written()
    {
        var plan = Plan(PlanStage.Draft);

        Assert.Null(plan.Agree(new DateOnly(2026, 3, 26)));

        Assert.Equal(new DateOnly(2026, 3, 20), plan.CreatedOn);
    }

    [Fact]
    public void Takes_consent_and_document_only_once()
    {
        var plan = Plan(PlanStage.Final);
        Assert.Null(plan.Attach(Guid.CreateVersion7(), "aa"));
        Assert.Null(plan.Agree(new DateOnly(2026, 3, 26)));

        Assert.Equal("plan-already-consented", plan.Agree(new DateOnly(2026, 3, 27))?.Code);
        Assert.Equal("plan-already-consented", plan.Attach(Guid.CreateVersion7(), "bb")?.Code);
        Assert.Equal("aa", plan.DocumentHash);
        Assert.Equal(new DateOnly(2026, 3, 26), plan.ConsentedOn);
    }

    [Theory]
    [InlineData(typeof(ServicePlan))]
    [InlineData(typeof(NeedRow))]
    [InlineData(typeof(WeeklyRow))]
    public void Nothing_written_in_a_version_can_be_written_again(Type type)
    {
        var open = from property in type.GetProperties()
                   where property.SetMethod is { IsPublic: true } setter
                       && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
                   select property.Name;

        Assert.Empty(open);
    }

    private static ServicePlan Plan(PlanStage stage) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = Guid.CreateVersion7(),
        ClientId = Guid.CreateVersion7(),
        Stage = stage,
        Version = 1,
        WrittenOn = new DateOnly(2026, 3, 20),
        WrittenBy = Guid.CreateVersion7(),
        WrittenAt = DateTimeOffset.UnixEpoch,
        UserWish = "家でゆっくり暮らしたい。",
        FamilyWish = "一緒に暮らし続けたい。",
        Policy = "生活リズムを保つ。",
        LongGoal = "月に2泊できる。",
        ShortGoal = "週3回入浴する。",
        MonitoringProposal = "最初の3か月は毎月。",
    };
}

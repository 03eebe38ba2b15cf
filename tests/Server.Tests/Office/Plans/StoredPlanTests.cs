using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Plans;

public abstract class StoredPlanTests(RunningOffice office)
{
    [Fact]
    public async Task A_version_comes_back_with_its_rows_in_order_and_only_to_its_office()
    {
        var ours = Guid.CreateVersion7();
        var plan = Plan(ours);
        await using (var write = office.Db(new Scope.CaseOffice(ours)))
        {
            write.Add(plan);
            await write.SaveChangesAsync();
        }

        await using var read = office.Db(new Scope.CaseOffice(ours));
        await using var stranger = office.Db(new Scope.CaseOffice(Guid.CreateVersion7()));
        var stored = await read.WholePlans.SingleAsync(row => row.Id == plan.Id);

        Assert.Equal([1, 2], stored.Needs.Select(row => row.Rank));
        Assert.Equal([new TimeOnly(9, 30), new TimeOnly(17, 0)], stored.Week.Select(row => row.Start));
        Assert.Equal((plan.WrittenOn, plan.CreatedOn, plan.WrittenAt), (stored.WrittenOn, stored.CreatedOn, stored.WrittenAt));
        Assert.Equal(22.5m, stored.Needs[0].Amount);
        Assert.Empty(await stranger.WholePlans.Where(row => row.Id == plan.Id).ToListAsync());
    }

    [Fact]
    public async Task Two_versions_of_one_client_cannot_have_one_number()
    {
        var ours = Guid.CreateVersion7();
        var client = Guid.CreateVersion7();
        await using var write = office.Db(new Scope.CaseOffice(ours));
        write.AddRange(Plan(ours, client), Plan(ours, client));

        await Assert.ThrowsAsync<DbUpdateException>(() => write.SaveChangesAsync());
    }

    private static ServicePlan Plan(Guid officeId, Guid? client = null)
    {
        var id = Guid.CreateVersion7();
        return new ServicePlan
        {
            Id = id,
            OfficeId = officeId,
            ClientId = client ?? Guid.CreateVersion7(),
            Stage = PlanStage.Draft,
            Version = 1,
            WrittenOn = new DateOnly(2026, 2, 9),
            WrittenBy = Guid.CreateVersion7(),
            WrittenAt = ManualClock.FirstDay,
            UserWish = "家でゆっくり暮らしたい。",
            FamilyWish = "一緒に暮らし続けたい。",
            Policy = "生活リズムを保つ。",
            LongGoal = "月に2泊できる。",
            ShortGoal = "週3回入浴する。",
            MonitoringProposal = "最初の3か月は毎月。",
            Needs = { Need(officeId, id, 2), Need(officeId, id, 1) },
            Week = { Block(officeId, id, new TimeOnly(17, 0)), Block(officeId, id, new TimeOnly(9, 30)) },
        };
    }

    private static NeedRow Need(Guid officeId, Guid plan, int rank) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = officeId,
        PlanId = plan,
        Rank = rank,
        Need = "清潔でいたい",
        Goal = "週3回入浴する",
        ServiceKindId = Guid.CreateVersion7(),
        ServiceName = "居宅介護(身体介護)",
        Content = "入浴の介助",
        Amount = 22.5m,
        Unit = AmountUnit.HoursPerMonth,
        ClientRole = "曲を選ぶ",
    };

    private static WeeklyRow Block(Guid officeId, Guid plan, TimeOnly start) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = officeId,
        PlanId = plan,
        Day = DayOfWeek.Monday,
        Start = start,
        End = start.AddHours(1),
        Activity = "入浴",
    };

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : StoredPlanTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : StoredPlanTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Decisions;

namespace OfficeWorkflow.Server.Tests.Office.Decisions;

public sealed class AmountComparisonTests
{
    private static readonly Guid DayCare = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid BodyCare = new("00000000-0000-0000-0000-000000000002");
    private static readonly Guid HouseWork = new("00000000-0000-0000-0000-000000000003");
    private static readonly Guid ShortStay = new("00000000-0000-0000-0000-000000000004");
    private static readonly Guid Outings = new("00000000-0000-0000-0000-000000000005");

    [Fact]
    public void A_decision_that_grants_what_the_draft_asked_for_has_no_difference()
    {
        var comparison = AmountComparison.Of(CaseA(), CaseA());

        Assert.True(comparison.IsSame);
        Assert.Equal(5, comparison.Lines.Length);
    }

    [Fact]
    public void Less_more_missing_and_added_services_are_told_apart_in_the_order_of_the_draft()
    {
        PlannedAmount[] decided =
        [
            Rule(DayCare, "生活介護"), Hours(BodyCare, "居宅介護(身体介護)", 18), Hours(HouseWork, "居宅介護(家事援助)", 6), Hours(Guid.CreateVersion7(), "同行援護", 10), Days(ShortStay, "短期入所", 7),
        ];

        var comparison = AmountComparison.Of(CaseA(), decided);

        Assert.Equal(
            [AmountDifference.Less, AmountDifference.Same, AmountDifference.Same, AmountDifference.NotDecided, AmountDifference.More, AmountDifference.NotInDraft],
            comparison.Lines.Select(line => line.Difference));
        Assert.Equal(
            ["居宅介護(身体介護)", "移動支援", "居宅介護(家事援助)", "同行援護"],
            comparison.Differences.Select(line => line.ServiceName),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Lines_of_one_service_at_two_providers_add_up()
    {
        var comparison = AmountComparison.Of(
            [Days(DayCare, "生活介護", 5), Days(DayCare, "生活介護", 3)],
            [Days(DayCare, "生活介護", 8)]);

        Assert.True(comparison.IsSame);
        Assert.Equal("8日/月", Assert.Single(comparison.Lines).Planned!.Printed);
    }

    [Fact]
    public void Another_unit_is_never_called_more_or_less()
    {
        var comparison = AmountComparison.Of([Rule(DayCare, "生活介護")], [Days(DayCare, "生活介護", 23)]);

        Assert.Equal(AmountDifference.OtherUnit, Assert.Single(comparison.Lines).Difference);
    }

    private static PlannedAmount[] CaseA() =>
    [
        Hours(BodyCare, "居宅介護(身体介護)", 22), Rule(DayCare, "生活介護"), Days(ShortStay, "短期入所", 7), Hours(Outings, "移動支援", 10), Hours(HouseWork, "居宅介護(家事援助)", 5),
    ];

    private static PlannedAmount Hours(Guid service, string name, decimal amount) => new(service, name, amount, AmountUnit.HoursPerMonth);

    private static PlannedAmount Days(Guid service, string name, decimal amount) => new(service, name, amount, AmountUnit.DaysPerMonth);

    private static PlannedAmount Rule(Guid service, string name) => new(service, name, Amount: null, AmountUnit.DaysOfMonthLess8);
}

using OfficeWorkflow.Server.Office.Assessments;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Office.Monitoring.Board;

namespace OfficeWorkflow.Server.Tests.Office.Monitoring;

public sealed class MonitoringCellTests
{
    private static readonly DateOnly Today = new(2026, 6, 10);

    [Theory]
    [InlineData(4, true, false, false, MonitoringState.Late)]
    [InlineData(4, true, true, false, MonitoringState.Late)]
    [InlineData(4, false, false, false, MonitoringState.None)]
    [InlineData(6, true, false, false, MonitoringState.Due)]
    [InlineData(6, true, true, false, MonitoringState.Planned)]
    [InlineData(6, true, true, true, MonitoringState.Done)]
    [InlineData(9, true, false, false, MonitoringState.Ahead)]
    [InlineData(9, true, true, false, MonitoringState.Planned)]
    [InlineData(5, false, false, true, MonitoringState.Outside)]
    public void Says_how_a_client_stands_in_a_month(int month, bool isDesignated, bool isPlanned, bool isReported, MonitoringState state)
    {
        var first = new DateOnly(2026, month, 1);

        var cell = MonitoringCell.Of(first, isDesignated, isReported ? Report(first) : null, isPlanned ? Visit(first) : null, Today);

        Assert.Equal(state, cell.State);
    }

    private static MonitoringVisit Visit(DateOnly month) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = Guid.Empty,
        ClientId = Guid.Empty,
        CaseId = Guid.Empty,
        Month = month,
        VisitOn = month.AddDays(14),
        PlannedBy = Guid.Empty,
        PlannedAt = CircleOfA.Tokyo(month.Month, 2, 9),
    };

    private static MonitoringReport Report(DateOnly month) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = Guid.Empty,
        ClientId = Guid.Empty,
        Month = month,
        VisitedAt = CircleOfA.Tokyo(month.Month, 15, 14),
        Place = VisitPlace.Home,
        Interviewed = true,
        Overall = "落ち着いている。",
        Result = MonitoringResult.Continue,
        PerformedBy = Guid.Empty,
        RecordedAt = CircleOfA.Tokyo(month.Month, 15, 17),
    };
}

namespace OfficeWorkflow.Server.Office.Monitoring;

/// <summary>What the months of a client's visits are computed from.</summary>
/// <param name="From">Any day of the first month in which services are used.</param>
/// <param name="Until">Any day of the last month of the decision period.</param>
/// <param name="Interval">Months between visits, as the municipality set it; at least 1.</param>
/// <param name="StartsMonthly">A new client, or kinds, content or amounts that changed greatly: the first three months are all visited.</param>
public sealed record MonitoringPeriod(DateOnly From, DateOnly Until, int Interval, bool StartsMonthly);

namespace OfficeWorkflow.Server.Outbox;

/// <summary>How long to wait before the next attempt, and when to stop trying.</summary>
public static class Retry
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(10),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(3),
    ];

    /// <param name="attempts">How many were made.</param>
    /// <returns>Null when it is time for a person.</returns>
    public static TimeSpan? After(int attempts) => attempts <= Waits.Length ? Waits[Math.Max(attempts, 1) - 1] : null;
}

namespace OfficeWorkflow.Bench.Durable;

/// <summary>A clock that stands where it is put; what waits for real time still waits for real time.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}

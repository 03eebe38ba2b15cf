using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OfficeWorkflow.Server.Storage;

/// <summary>
/// Moments are stored in UTC to the microsecond, which is what PostgreSQL keeps, so that both databases give back the same.
/// </summary>
public sealed class UtcMoment() : ValueConverter<DateTimeOffset, DateTime>(
    static moment => Cut(moment.UtcDateTime),
    static stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)))
{
    /// <summary>The moment as it will be read back.</summary>
    public static DateTimeOffset AsStored(DateTimeOffset moment) => new(Cut(moment.UtcDateTime));

    private static DateTime Cut(DateTime utc) => utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
}

using System.Globalization;

namespace OfficeWorkflow.Server.Storage;

/// <summary>Where a page of a list in order of time ended: the last row's moment and id, as text in an address.</summary>
public sealed record TimeCursor(DateTimeOffset At, Guid Id)
{
    /// <returns>Null for no cursor and for what is none: the list then begins at its first row.</returns>
    public static TimeCursor? Read(string? text) =>
        text?.Split('.') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var utc)
        && utc <= DateTimeOffset.MaxValue.UtcTicks
        && Guid.TryParse(id, out var row)
            ? new TimeCursor(new DateTimeOffset(utc, TimeSpan.Zero), row)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}.{Id:n}");
}

using System.Globalization;

namespace OfficeWorkflow.Server.App.Rehearsing;

/// <summary>
/// The clock of a rehearsal: it runs like any other and can be moved forward. How far it is ahead is kept in a file, so that a
/// restarted rehearsal goes on as if it had only been down.
/// </summary>
public sealed class RehearsalClock : TimeProvider
{
    private readonly string file;
    private long ahead;

    private RehearsalClock(string file, TimeSpan ahead)
    {
        this.file = file;
        this.ahead = ahead.Ticks;
    }

    /// <param name="file">Where the lead is kept; one that exists is gone on with.</param>
    /// <param name="start">Where a new rehearsal begins.</param>
    public static RehearsalClock Open(string file, DateTimeOffset start)
    {
        if (File.Exists(file))
        {
            return new RehearsalClock(file, TimeSpan.FromTicks(long.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture)));
        }

        var clock = new RehearsalClock(file, start - System.GetUtcNow());
        clock.Keep();
        return clock;
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    /// <summary>Never backward: a moment that has passed is left alone.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        var lead = (moment - System.GetUtcNow()).Ticks;
        if (lead > Interlocked.Read(ref ahead))
        {
            Interlocked.Exchange(ref ahead, lead);
            Keep();
        }
    }

    /// <summary>Whole or not at all: a rehearsal that is killed meanwhile must start again.</summary>
    private void Keep()
    {
        File.WriteAllText(file + ".part", Interlocked.Read(ref ahead).ToString(CultureInfo.InvariantCulture));
        File.Move(file + ".part", file, overwrite: true);
    }
}

using System.Collections.Concurrent;
using OfficeWorkflow.Server.Outbox;

namespace OfficeWorkflow.Server.Channels.Mail.Queue;

/// <summary>
/// How fast mail may go to each mail server: at most so many a minute, and none for a while after it was out of reach, so that not every
/// mail has to find that out by itself. Each process keeps its own.
/// </summary>
public sealed class MailPace
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Road> roads = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>When to come again; null when the mail may go now, which is counted.</returns>
    public DateTimeOffset? WaitUntil(string server, int? perMinute, DateTimeOffset now) => RoadTo(server).WaitUntil(perMinute, now);

    /// <summary>It answered, whatever it said.</summary>
    public void Reached(string server) => RoadTo(server).Open();

    public void OutOfReach(string server, DateTimeOffset now) => RoadTo(server).Close(now);

    private Road RoadTo(string server) => roads.GetOrAdd(server, static _ => new Road());

    private sealed class Road
    {
        private readonly Lock door = new();
        private readonly Queue<DateTimeOffset> gone = new();
        private DateTimeOffset reservedMinute;
        private int reserved;
        private int failures;
        private DateTimeOffset closedUntil;

        public DateTimeOffset? WaitUntil(int? perMinute, DateTimeOffset now)
        {
            lock (door)
            {
                if (closedUntil > now)
                {
                    return closedUntil;
                }

                if (perMinute is not { } most)
                {
                    return null;
                }

                while (gone.TryPeek(out var first) && first <= now - Minute)
                {
                    gone.Dequeue();
                }

                if (gone.Count >= most)
                {
                    return Reserve(most, gone.Peek() + Minute);
                }

                gone.Enqueue(now);
                return null;
            }
        }

        public void Open()
        {
            lock (door)
            {
                (failures, closedUntil) = (0, default);
            }
        }

        public void Close(DateTimeOffset now)
        {
            lock (door)
            {
                // Those that were on their way together count once.
                if (closedUntil <= now)
                {
                    failures++;
                    closedUntil = now + (Retry.After(failures) ?? TimeSpan.FromHours(1));
                }
            }
        }

        /// <summary>Spreads those who wait over the minutes to come, each minute as many as may go.</summary>
        private DateTimeOffset Reserve(int most, DateTimeOffset earliest)
        {
            if (reservedMinute < earliest)
            {
                (reservedMinute, reserved) = (earliest, 0);
            }

            if (reserved >= most)
            {
                (reservedMinute, reserved) = (reservedMinute + Minute, 0);
            }

            return reservedMinute + (Minute * reserved++ / most);
        }
    }
}

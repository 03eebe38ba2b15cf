using System.Collections.Concurrent;

namespace OfficeWorkflow.Server.People;

/// <summary>Counts wrong sign-ins at addresses that nobody has, so that they close like others and closing tells nothing of who exists.</summary>
public sealed class UnknownAddresses
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset? LockedUntil)> counted = new(StringComparer.Ordinal);

    /// <returns>Whether the address is closed already.</returns>
    public bool Fail(string mailKey, DateTimeOffset now)
    {
        if (counted.TryGetValue(mailKey, out var known) && known.LockedUntil > now)
        {
            return true;
        }

        if (counted.Count > Most)
        {
            counted.Clear();
        }

        counted.AddOrUpdate(mailKey, (1, null), (_, before) => before.Failures + 1 >= SignIn.MostFailures ? (0, now + SignIn.Closed) : (before.Failures + 1, null));
        return false;
    }
}

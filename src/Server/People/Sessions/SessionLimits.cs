namespace OfficeWorkflow.Server.People.Sessions;

/// <summary>How long a sign-in holds, whatever is done with it: then the person signs in anew.</summary>
/// <param name="Longest">From the sign-in on.</param>
internal sealed record SessionLimits(TimeSpan Longest)
{
    private const string Key = "Sessions:Longest";

    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(12);

    public static SessionLimits From(IConfiguration configuration)
    {
        var longest = configuration.GetValue(Key, WorkingDay);
        return longest > TimeSpan.Zero ? new SessionLimits(longest) : throw new InvalidOperationException($"{Key} must be longer than nothing, such as 12:00:00.");
    }

    /// <summary>Sessions that began before this moment hold no more.</summary>
    public DateTimeOffset FirstAt(DateTimeOffset now) => now - Longest;
}

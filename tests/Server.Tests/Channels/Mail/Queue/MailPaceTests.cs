using OfficeWorkflow.Server.Channels.Mail.Queue;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Queue;

public sealed class MailPaceTests
{
    private static readonly DateTimeOffset Start = ManualClock.FirstDay;

    [Fact]
    public void As_many_go_in_each_minute_as_the_server_takes_and_those_who_wait_come_once_more_and_no_oftener()
    {
        var pace = new MailPace();
        var waiting = new PriorityQueue<int, DateTimeOffset>();
        for (var mail = 0; mail < 1000; mail++)
        {
            waiting.Enqueue(mail, Start);
        }

        var gone = new List<DateTimeOffset>();
        var asked = 0;
        while (waiting.TryDequeue(out var mail, out var now))
        {
            asked++;
            if (pace.WaitUntil("smtp:25", 60, now) is { } later)
            {
                waiting.Enqueue(mail, later);
            }
            else
            {
                gone.Add(now);
            }
        }

        Assert.Equal(1000, gone.Count);
        Assert.All(gone, moment => Assert.InRange(gone.Count(other => other > moment - TimeSpan.FromMinutes(1) && other <= moment), 1, 60));
        Assert.InRange(gone[^1] - Start, TimeSpan.FromMinutes(16), TimeSpan.FromMinutes(18));
        Assert.InRange(asked, 1000, 2500);
    }

    [Fact]
    public void Without_a_limit_and_for_another_server_nothing_waits()
    {
        var pace = new MailPace();
        pace.WaitUntil("smtp:25", 1, Start);

        Assert.NotNull(pace.WaitUntil("smtp:25", 1, Start));
        Assert.Null(pace.WaitUntil("other:25", 1, Start));
        Assert.Null(pace.WaitUntil("free:25", perMinute: null, Start));
    }

    [Fact]
    public void A_server_out_of_reach_is_left_alone_longer_each_time_until_it_answers()
    {
        var pace = new MailPace();
        pace.OutOfReach("smtp:25", Start);
        pace.OutOfReach("smtp:25", Start);
        var first = pace.WaitUntil("smtp:25", perMinute: null, Start);
        pace.OutOfReach("smtp:25", first!.Value);
        var second = pace.WaitUntil("smtp:25", perMinute: null, first.Value);
        pace.Reached("smtp:25");

        Assert.Equal((Start + TimeSpan.FromSeconds(10), first + TimeSpan.FromSeconds(30)), (first, second));
        Assert.Null(pace.WaitUntil("smtp:25", perMinute: null, first.Value));
    }
}

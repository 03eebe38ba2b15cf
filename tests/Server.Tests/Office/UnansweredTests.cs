using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office;

/// <summary>
/// Thirty days in which nobody answers: what leaves the office, when, and to whom. The same lists by a rehearsal's one jump and by an
/// office that is looked at every morning.
/// </summary>
public abstract class UnansweredTests(UnansweredTests.ThirtyDays past)
{
    [Fact]
    public async Task The_city_is_asked_twice_and_the_manager_hears_on_the_twentieth_working_day()
    {

        var (story, asked) = past.ForDecision;

        // 11 February is a holiday.
        Assert.Equal(
            [
                .. asked,
                "02-02 09:00 decision-reminder M市の担当者",
                "02-17 09:00 decision-reminder M市の担当者",
                "02-17 09:00 escalation-notice 管理者K",
            ],
            await Waiting.LeftAsync(story));
        Assert.EndsWith("draft-submitted M市の担当者", Assert.Single(asked), StringComparison.Ordinal);
        Assert.Equal("decision decision-escalated", await story.DoingAsync());
        Assert.Empty(await Waiting.KeptAsync(story));
    }

    [Fact]
    public async Task Who_is_asked_for_dates_is_reminded_three_times_and_the_manager_hears_on_the_seventh_working_day()
    {

        var (story, asked) = past.ForDates;

        Assert.Equal(3, asked.Count);
        Assert.All(asked, static mail => Assert.Contains(" meeting-poll ", mail, StringComparison.Ordinal));
        Assert.Equal(
            [
                .. asked,
                .. Reminders("01-21"),
                .. Reminders("01-23"),
                .. Reminders("01-27"),
                "01-28 09:00 escalation-notice 管理者K",
            ],
            await Waiting.LeftAsync(story));
        Assert.Equal("meeting-choose meeting-escalated", await story.DoingAsync());
        Assert.Empty(await Waiting.KeptAsync(story));
    }

    [Fact]
    public async Task G5_Who_is_asked_for_consent_is_reminded_three_times_until_the_link_ends_and_the_specialist_chooses_again()
    {

        var (story, asked) = past.ForConsent;

        Assert.EndsWith("consent-request ご本人", Assert.Single(asked), StringComparison.Ordinal);
        Assert.Equal(
            [
                .. asked,
                "01-22 09:00 consent-reminder ご本人",
                "01-27 09:00 consent-reminder ご本人",
                "01-28 09:00 escalation-notice 管理者K",
                "01-30 09:00 consent-reminder ご本人",
                "02-06 09:00 consent-expired ご本人",
                "02-06 09:00 consent-expired-office 専門員X",
            ],
            await Waiting.LeftAsync(story));
        Assert.Equal("consent-escalated consent-explain", await story.DoingAsync());
        Assert.Empty(await Waiting.KeptAsync(story));
    }

    private static IEnumerable<string> Reminders(string day) =>
    [
        $"{day} 09:00 meeting-poll-reminder M市の担当者",
        $"{day} 09:00 meeting-poll-reminder 居宅介護事業所Qの担当者",
        $"{day} 09:00 meeting-poll-reminder 生活介護事業所Pの担当者",
    ];

    /// <summary>Three offices that asked on the same day, thirty days later.</summary>
    public abstract class ThirtyDays(RunningOffice office, Func<RunningOffice, Task> pass) : IAsyncLifetime
    {
        internal (ShippedStory Story, IReadOnlyList<string> Asked) ForDecision { get; private set; }

        internal (ShippedStory Story, IReadOnlyList<string> Asked) ForDates { get; private set; }

        internal (ShippedStory Story, IReadOnlyList<string> Asked) ForConsent { get; private set; }

        public async Task InitializeAsync()
        {
            await office.InitializeAsync();
            ForDecision = await AskedAsync((await Waiting.ForDecisionAsync(office)).Story);
            ForDates = await AskedAsync((await Waiting.ForDatesAsync(office)).Story);
            ForConsent = await AskedAsync((await Waiting.ForConsentAsync(office)).Story);
            await pass(office);
        }

        public Task DisposeAsync() => office.DisposeAsync();

        private static async Task<(ShippedStory Story, IReadOnlyList<string> Asked)> AskedAsync(ShippedStory story) => (story, await Waiting.LeftAsync(story));
    }

    public sealed class MorningsOnSqlite() : ThirtyDays(new RunningOffice.OnSqlite(), Waiting.DayByDayAsync);

    public sealed class MorningsOnPostgres() : ThirtyDays(new RunningOffice.OnPostgres(), Waiting.DayByDayAsync);

    public sealed class JumpOnSqlite() : ThirtyDays(new RunningOffice.RehearsalOnSqlite(), Waiting.InOneJumpAsync);

    public sealed class JumpOnPostgres() : ThirtyDays(new RunningOffice.RehearsalOnPostgres(), Waiting.InOneJumpAsync);

    public sealed class EachMorningOnSqlite(MorningsOnSqlite past) : UnansweredTests(past), IClassFixture<MorningsOnSqlite>;

    public sealed class EachMorningOnPostgres(MorningsOnPostgres past) : UnansweredTests(past), IClassFixture<MorningsOnPostgres>;

    public sealed class InOneJumpOnSqlite(JumpOnSqlite past) : UnansweredTests(past), IClassFixture<JumpOnSqlite>;

    public sealed class InOneJumpOnPostgres(JumpOnPostgres past) : UnansweredTests(past), IClassFixture<JumpOnPostgres>;
}

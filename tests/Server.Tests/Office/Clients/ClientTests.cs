using System.Globalization;
using OfficeWorkflow.Server.Office.Clients;

namespace OfficeWorkflow.Server.Tests.Office.Clients;

public sealed class ClientTests
{
    [Theory]
    [InlineData("2026-07-19", true)]
    [InlineData("2026-07-20", false)]
    public void Is_a_child_until_the_eighteenth_birthday(string day, bool isChild)
    {
        Assert.Equal(isChild, Born("2008-07-20", Handling.ByAge).IsChildOn(DateOnly.Parse(day, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Is_what_the_municipality_says_where_it_makes_an_exception()
    {
        var day = new DateOnly(2026, 7, 20);

        Assert.False(Born("2010-01-01", Handling.Adult).IsChildOn(day));
        Assert.True(Born("2007-01-01", Handling.Child).IsChildOn(day));
    }

    [Fact]
    public void Born_on_a_leap_day_is_a_year_older_on_the_last_of_february()
    {
        var client = Born("2008-02-29", Handling.ByAge);

        Assert.Equal(17, client.AgeOn(new DateOnly(2026, 2, 27)));
        Assert.Equal(18, client.AgeOn(new DateOnly(2026, 2, 28)));
    }

    private static Client Born(string day, Handling handling) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = Guid.CreateVersion7(),
        Name = "利用者B",
        Kana = "りようしゃびー",
        BirthOn = DateOnly.Parse(day, CultureInfo.InvariantCulture),
        Handling = handling,
        RegisteredAt = DateTimeOffset.UnixEpoch,
    };
}

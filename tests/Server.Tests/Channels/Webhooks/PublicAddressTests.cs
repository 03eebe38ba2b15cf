using System.Net;
using OfficeWorkflow.Server.Channels.Webhooks;

namespace OfficeWorkflow.Server.Tests.Channels.Webhooks;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("ff02::1")]
    [InlineData("2002:a00:1::")]
    [InlineData("2001:db8::1")]
    public void An_address_inside_the_house_is_not_public(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    public void An_address_of_the_internet_is(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://example.jp/hook", true)]
    [InlineData("https://8.8.8.8/hook", true)]
    [InlineData("http://example.jp/hook", false)]
    [InlineData("ftp://example.jp/hook", false)]
    [InlineData("https://user:secret@example.jp/hook", false)]
    [InlineData("https://localhost/hook", false)]
    [InlineData("https://postgres:5432/", false)]
    [InlineData("https://127.0.0.1/hook", false)]
    [InlineData("https://2130706433/hook", false)]
    [InlineData("https://0x7f.1/hook", false)]
    [InlineData("https://[::1]/hook", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    public void Only_an_encrypted_address_of_the_internet_is_taken(string address, bool isTaken)
    {
        using var door = new WebhookDoor(new WebhookSettings(AllowPrivate: false, KeepsIn: false));

        Assert.Equal(isTaken, door.Allows(new Uri(address)));
    }

    [Fact]
    public async Task A_name_that_leads_into_the_house_is_not_connected_to_whatever_was_typed()
    {
        await using var receiver = await Receiver.StartAsync();
        using var door = new WebhookDoor(new WebhookSettings(AllowPrivate: false, KeepsIn: false));
        var address = new UriBuilder(receiver.Address) { Host = "localhost" }.Uri;

        await Assert.ThrowsAsync<HttpRequestException>(() => door.SendAsync(address, "{}", new Dictionary<string, string>(StringComparer.Ordinal), CancellationToken.None));

        Assert.Empty(receiver.Received);
    }
}

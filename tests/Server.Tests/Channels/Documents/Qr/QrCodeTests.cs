using OfficeWorkflow.Server.Channels.Documents.Qr;

namespace OfficeWorkflow.Server.Tests.Channels.Documents.Qr;

/// <summary>Sizes and places; that phones read it is tested on the printed letter, with somebody else's reader.</summary>
public sealed class QrCodeTests
{
    [Theory]
    [InlineData(1, 21)]
    [InlineData(14, 21)]
    [InlineData(15, 25)]
    [InlineData(84, 37)]
    [InlineData(106, 41)]
    [InlineData(107, 45)]
    [InlineData(213, 57)]
    public void Takes_the_smallest_size_that_holds_the_text(int octets, int size) => Assert.Equal(size, QrCode.Of(new string('a', octets))?.Size);

    [Fact]
    public void A_longer_text_has_no_code() => Assert.Null(QrCode.Of(new string('a', 214)));

    [Fact]
    public void Three_corners_hold_the_finder_and_the_fourth_does_not()
    {
        var code = QrCode.Of("https://office.example.jp/g/x")!;
        var last = code.Size - 7;

        Assert.All([(0, 0), (0, last), (last, 0)], corner => Assert.Equal("1111111 1000001 1011101 1011101 1011101 1000001 1111111", Seven(code, corner)));
        Assert.NotEqual("1111111 1000001 1011101 1011101 1011101 1000001 1111111", Seven(code, (last, last)));
    }

    [Fact]
    public void The_same_text_gives_the_same_code()
    {
        var (one, other) = (QrCode.Of("同じ文")!, QrCode.Of("同じ文")!);

        Assert.Equal(Seven(one, (9, 9)), Seven(other, (9, 9)));
    }

    private static string Seven(QrCode code, (int Row, int Column) from) => string.Join(' ', Enumerable.Range(0, 7).Select(row =>
        string.Concat(Enumerable.Range(0, 7).Select(column => code[from.Row + row, from.Column + column] ? '1' : '0'))));
}

using OfficeWorkflow.Server.Channels.Mail.Templates;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Templates;

public sealed class MailWordingTests
{
    [Fact]
    public void Reads_the_subject_from_the_first_line_and_the_body_from_the_rest() =>
        Assert.Equal(new MailWording("日程のお願い {{name}}", "{{name}} 様\n\n本文\n"), MailWording.Read("件名: 日程のお願い {{name}}\r\n\r\n{{name}} 様\r\n\r\n本文\r\n\r\n"));

    [Theory]
    [InlineData("")]
    [InlineData("本文だけ\n")]
    [InlineData("件名: 件名だけ")]
    public void A_file_without_subject_or_body_is_our_own_mistake(string file) =>
        Assert.Throws<FormatException>(() => MailWording.Read(file));
}

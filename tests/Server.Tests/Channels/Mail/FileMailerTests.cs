using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Mime;

namespace OfficeWorkflow.Server.Tests.Channels.Mail;

public sealed class FileMailerTests : IDisposable
{
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("office-mail-").FullName, "mail");

    [Fact]
    public async Task Keeps_each_mail_as_one_file_however_often_it_is_sent()
    {
        var mail = MimeText.Compose(Drafts.Poll);
        var mailer = new FileMailer(folder);

        await mailer.SendAsync(mail, Drafts.Unmarked, CancellationToken.None);
        var answer = await mailer.SendAsync(mail, Drafts.Unmarked, CancellationToken.None);

        Assert.IsType<MailAnswer.Accepted>(answer);
        var file = Assert.Single(Directory.GetFiles(folder));
        Assert.Equal("01990000000070008000000000000001.eml", Path.GetFileName(file));
        Assert.Equal(mail.Bytes.ToArray(), await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_later()
    {
        var file = Path.GetTempFileName();

        Assert.IsType<MailAnswer.Later>(await new FileMailer(file).SendAsync(MimeText.Compose(Drafts.Poll), Drafts.Unmarked, CancellationToken.None));
        File.Delete(file);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
}

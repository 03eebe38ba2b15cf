namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>The default: each mail becomes an .eml file, which any mail program opens, and nothing leaves the house.</summary>
public sealed class FileMailer(string folder) : MailTransport
{
    public override bool Leaves => false;

    /// <summary>The file is named after the mail, so that sending twice leaves one; it appears whole or not at all.</summary>
    public override async Task<MailAnswer> SendAsync(OutgoingMail mail, Func<CancellationToken, Task> aboutToHandOver, CancellationToken stop)
    {
        var name = string.Concat(mail.MessageId.TakeWhile(static c => c != '@').Where(char.IsAsciiLetterOrDigit)) + ".eml";
        var path = Path.Combine(folder, name);

        try
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(path + ".part", mail.Bytes, stop);
            await aboutToHandOver(stop);
            File.Move(path + ".part", path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new MailAnswer.Later($"メールの置き場 {folder} に書けません: {failure.Message}");
        }

        return new MailAnswer.Accepted(name);
    }
}

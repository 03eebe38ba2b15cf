using Microsoft.Extensions.Configuration;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Smtp;

namespace OfficeWorkflow.Server.Tests.Channels.Mail;

public sealed class MailSettingsTests
{
    [Fact]
    public void Mail_becomes_files_unless_a_mail_server_is_named()
    {
        var settings = Of();

        Assert.Equal(Path.Combine("/data", "mail"), settings.Folder);
        Assert.IsType<FileMailer>(settings.Transport());
    }

    [Fact]
    public void A_mail_server_is_spoken_to_encrypted_unless_told_otherwise()
    {
        var settings = Of(("Mode", "smtp"), ("Host", "mail.example.jp"), ("User", "office"), ("Password", "secret"), ("From", "office@example.jp"));

        Assert.Equal(new SmtpSettings("mail.example.jp", 587, SmtpSecurity.StartTls) { User = "office", Password = "secret" }, settings.Smtp);
        Assert.Equal("office@example.jp", settings.From);
        Assert.Equal(465, Of(("Mode", "smtp"), ("Host", "mail.example.jp"), ("Security", "tls")).Smtp!.Port);
    }

    [Fact]
    public void The_password_may_lie_in_a_file_of_its_own()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "from the file\n");

        Assert.Equal("from the file", Of(("Mode", "smtp"), ("Host", "h"), ("PasswordFile", file)).Smtp!.Password);
        File.Delete(file);
    }

    [Fact]
    public void Nothing_leaves_a_rehearsal_whatever_is_set() =>
        Assert.Null(MailSettings.Of(Configuration(("Mode", "smtp"), ("Host", "mail.example.jp")), "/data", isRehearsal: true).Smtp);

    [Theory]
    [InlineData("Mode", "sendmail")]
    [InlineData("Security", "maybe")]
    [InlineData("Host", "")]
    public void A_setting_that_means_nothing_stops_the_start(string key, string value) =>
        Assert.Throws<InvalidOperationException>(() => Of([("Mode", "smtp"), ("Host", "h"), (key, value)]));

    private static MailSettings Of(params (string Key, string Value)[] mail) => MailSettings.Of(Configuration(mail), "/data", isRehearsal: false);

    private static IConfiguration Configuration(params IEnumerable<(string Key, string Value)> mail) => new ConfigurationBuilder()
        .AddInMemoryCollection(mail.Reverse().DistinctBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => KeyValuePair.Create($"Mail:{pair.Key}", (string?)pair.Value)))
        .Build();
}

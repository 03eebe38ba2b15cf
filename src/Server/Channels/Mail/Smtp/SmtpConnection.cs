using System.Globalization;
using OfficeWorkflow.Server.Channels.Mail.Wire;

namespace OfficeWorkflow.Server.Channels.Mail.Smtp;

/// <summary>Commands and replies (RFC 5321, 4.2): nothing of what they mean.</summary>
internal sealed class SmtpConnection(SmtpSettings settings) : MailConnection(settings.Endpoint)
{
    private const int MostLines = 128;

    public async Task<SmtpReply> AskAsync(string command, CancellationToken stop)
    {
        await SayAsync(command, stop);
        return await ReadAsync(settings.Patience, stop);
    }

    public async Task<SmtpReply> ReadAsync(TimeSpan length, CancellationToken stop)
    {
        using var patience = Patience(length, stop);
        var lines = new List<string>();

        while (lines.Count < MostLines)
        {
            var line = await ReadLineAsync(patience.Token);

            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            {
                throw new MailTroubleException("つながった先の応答が、メールサーバーのものではありません。サーバーの名前とポート番号を確かめてください。");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");

            if (line.Length == 3 || line[3] != '-')
            {
                return new SmtpReply(code, lines);
            }
        }

        throw new MailTroubleException("メールサーバーの応答が長すぎます。");
    }
}

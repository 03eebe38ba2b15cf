using System.Globalization;
using System.Text;
using OfficeWorkflow.Server.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Channels.Mail.Wire;

namespace OfficeWorkflow.Server.Channels.Mail.Collecting;

/// <summary>
/// Reads a mailbox by POP3 (RFC 1939, 2595, 8314) and leaves it as it is: other programs read it too. Nothing that the server says is believed
/// beyond its form.
/// </summary>
internal sealed class PopConnection(PopSettings settings) : MailConnection(settings.Endpoint)
{
    private const int LongestList = 4_000_000;

    /// <summary>Connects and signs in.</summary>
    public async Task SignInAsync(CancellationToken stop)
    {
        await OpenAsync(stop);
        if (!IsGood(await AnswerAsync(stop)))
        {
            throw new MailTroubleException("受信サーバーが、こちらとの接続を断りました。しばらくしてから試してください。");
        }

        if (settings.Security is SmtpSecurity.StartTls)
        {
            if (!IsGood(await AskAsync("STLS", stop)))
            {
                throw new MailTroubleException("受信サーバーが暗号化(STARTTLS)に応じません。パスワードは送っていません。995番のポートで「TLS」を選べるか、契約先の案内を確かめてください。");
            }

            await EncryptAsync(stop);
        }

        if (!IsEncrypted)
        {
            throw new MailTroubleException("暗号化されていない接続ではパスワードを送りません。「TLS」か「STARTTLS」を選んでください。");
        }

        _ = await AskAsync($"USER {settings.User}", stop);
        var answer = await AskAsync($"PASS {settings.Password}", stop);
        if (!IsGood(answer))
        {
            throw new MailTroubleException($"受信サーバーにサインインできません。利用者名とパスワードを確かめてください。POPでの受信を許す設定や、メールソフト用のパスワード(アプリパスワード)が要ることもあります。サーバーの答え: {Shown(answer)}");
        }
    }

    /// <summary>What lies in the mailbox, in its order.</summary>
    public async Task<IReadOnlyList<PopItem>> ListAsync(CancellationToken stop)
    {
        var sizes = (await PairsAsync("LIST", stop)).ToDictionary(
            static pair => pair.Number, static pair => long.TryParse(pair.Word, NumberStyles.None, CultureInfo.InvariantCulture, out var octets) ? octets : long.MaxValue);
        return [.. (await PairsAsync("UIDL", stop)).DistinctBy(static pair => pair.Word, StringComparer.Ordinal).Select(pair => new PopItem(pair.Number, pair.Word, sizes.GetValueOrDefault(pair.Number, long.MaxValue)))];
    }

    /// <summary>One mail as it lies there.</summary>
    public async Task<byte[]> ReadAsync(PopItem item, int most, CancellationToken stop)
    {
        var answer = await AskAsync(string.Create(CultureInfo.InvariantCulture, $"RETR {item.Number}"), stop);
        return IsGood(answer)
            ? await ReadBlockAsync(most, settings.MailPatience, stop)
            : throw new MailTroubleException($"受信サーバーがメールを渡しません。サーバーの答え: {Shown(answer)}");
    }

    /// <summary>Says goodbye; the mailbox is let go of at once.</summary>
    public Task LeaveAsync(CancellationToken stop) => SayAsync("QUIT", stop);

    private async Task<IReadOnlyList<(int Number, string Word)>> PairsAsync(string command, CancellationToken stop)
    {
        var answer = await AskAsync(command, stop);
        if (!IsGood(answer))
        {
            throw new MailTroubleException($"受信サーバーがメールの一覧({command})を渡しません。契約先に、POP3の{command}が使えるかを確かめてください。サーバーの答え: {Shown(answer)}");
        }

        var pairs = new Dictionary<int, string>();
        foreach (var line in Encoding.ASCII.GetString(await ReadBlockAsync(LongestList, settings.MailPatience, stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 2 || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                throw new MailTroubleException($"受信サーバーのメールの一覧({command})が読めません。つながった先がPOP3のサーバーかを確かめてください。");
            }

            pairs.TryAdd(number, words[1]);
        }

        return [.. pairs.Select(static pair => (pair.Key, pair.Value))];
    }

    private async Task<string> AskAsync(string command, CancellationToken stop)
    {
        await SayAsync(command, stop);
        return await AnswerAsync(stop);
    }

    private async Task<string> AnswerAsync(CancellationToken stop)
    {
        using var patience = Patience(settings.Patience, stop);
        var line = await ReadLineAsync(patience.Token);
        return line.StartsWith("+OK", StringComparison.Ordinal) || line.StartsWith("-ERR", StringComparison.Ordinal)
            ? line
            : throw new MailTroubleException("つながった先の応答が、受信サーバー(POP3)のものではありません。サーバーの名前とポート番号を確かめてください。");
    }

    private static bool IsGood(string answer) => answer[0] == '+';

    private static string Shown(string answer) => answer.Length <= 200 ? answer : answer[..200];
}

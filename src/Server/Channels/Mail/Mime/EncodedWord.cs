using System.Text;

namespace OfficeWorkflow.Server.Channels.Mail.Mime;

/// <summary>Text in headers (RFC 2047): plain when it is plain ASCII, else encoded words that never split a character.</summary>
internal static class EncodedWord
{
    // Base64 makes 52 characters of them: with its marks and the name of the header, a line of less than 78.
    private const int MostOctets = 39;

    /// <returns>One header value, folded where it needs several words.</returns>
    public static string Of(string text) =>
        IsPlain(text) ? text : string.Join("\r\n ", Pieces(text).Select(static piece => $"=?UTF-8?B?{Convert.ToBase64String(piece)}?="));

    public static string Of(Mailbox mailbox)
    {
        if (mailbox.Name.Length == 0)
        {
            return mailbox.Address;
        }

        var name = IsPlain(mailbox.Name)
            ? $"\"{mailbox.Name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : Of(mailbox.Name);

        return $"{name}\r\n <{mailbox.Address}>";
    }

    /// <summary>Short enough for one line and nothing that a reader would take for an encoded word.</summary>
    private static bool IsPlain(string text) =>
        text.Length <= 60 && text.All(static c => c is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal);

    private static IEnumerable<byte[]> Pieces(string text)
    {
        var piece = new StringBuilder();
        var octets = 0;

        foreach (var rune in text.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                yield return Encoding.UTF8.GetBytes(piece.ToString());
                piece.Clear();
                octets = 0;
            }

            piece.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        yield return Encoding.UTF8.GetBytes(piece.ToString());
    }
}

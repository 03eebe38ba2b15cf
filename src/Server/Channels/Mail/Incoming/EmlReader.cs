using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using OfficeWorkflow.Server.Answers;

namespace OfficeWorkflow.Server.Channels.Mail.Incoming;

/// <summary>Reads a mail as programs store it (.eml: RFC 5322 with MIME). Tolerant, and bounded in every direction.</summary>
public static class EmlReader
{
    internal const int MostOctets = 20_000_000;
    private const int Deepest = 8;
    private const int MostParts = 100;

    /// <returns>Null when the bytes are no mail.</returns>
    public static IncomingMail? Read(byte[] bytes)
    {
        try
        {
            return bytes.Length is 0 or > MostOctets ? null : Understand(bytes);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static IncomingMail? Understand(byte[] bytes)
    {
        // One character an octet; the parts say in which encoding their octets are.
        var (headers, body) = Split(Encoding.Latin1.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal));
        if (headers.IsEmpty || headers["From"].Length == 0)
        {
            return null;
        }

        var parts = new List<IncomingPart>();
        Collect(headers, body, depth: 0, parts);
        string[] recipients = ["To", "Cc", "Delivered-To", "X-Original-To"];

        return new IncomingMail(
            PlainText.Of(headers.Addresses("From").FirstOrDefault("")),
            [.. recipients.SelectMany(headers.Addresses).Distinct(StringComparer.OrdinalIgnoreCase)],
            PlainText.Of(MailHeaders.DecodeWords(headers["Subject"])),
            PlainText.Of(headers["Message-ID"]),
            parts,
            Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static void Collect(MailHeaders headers, string body, int depth, List<IncomingPart> parts)
    {
        var type = headers.Parameters("Content-Type");
        if (!type[""].StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) || type.GetValueOrDefault("boundary") is not { Length: > 0 } boundary)
        {
            if (parts.Count < MostParts)
            {
                parts.Add(IncomingPart.Of(headers, body));
            }

            return;
        }

        foreach (var part in depth < Deepest ? Pieces(body, boundary) : [])
        {
            var (inner, content) = Split(part);
            Collect(inner, content, depth + 1, parts);
        }
    }

    private static IEnumerable<string> Pieces(string body, string boundary)
    {
        StringBuilder? piece = null;
        foreach (var line in body.Split('\n'))
        {
            var mark = line.TrimEnd();
            var isEnd = string.Equals(mark, $"--{boundary}--", StringComparison.Ordinal);
            if (isEnd || string.Equals(mark, $"--{boundary}", StringComparison.Ordinal))
            {
                if (piece is not null)
                {
                    yield return piece.ToString();
                }

                piece = isEnd ? null : new StringBuilder();
            }
            else
            {
                piece?.Append(line).Append('\n');
            }
        }

        if (piece is { Length: > 0 })
        {
            yield return piece.ToString();
        }
    }

    private static (MailHeaders Headers, string Body) Split(string text)
    {
        if (text is ['\n', ..])
        {
            return (MailHeaders.Read(""), text[1..]);
        }

        var end = text.IndexOf("\n\n", StringComparison.Ordinal);

        return end < 0 ? (MailHeaders.Read(text), "") : (MailHeaders.Read(text[..end]), text[(end + 2)..]);
    }
}

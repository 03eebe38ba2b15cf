using System.Text;

namespace OfficeWorkflow.Server.Channels.Mail.Incoming;

/// <summary>Content-Transfer-Encoding (RFC 2045): what is not understood is left as it is.</summary>
internal static class TransferCoding
{
    public static byte[] Decode(string? coding, byte[] body) => coding?.Trim().ToUpperInvariant() switch
    {
        "BASE64" => Base64(body),
        "QUOTED-PRINTABLE" => Quoted(body, isHeader: false),
        _ => body,
    };

    public static byte[] Base64(ReadOnlySpan<byte> body)
    {
        var marks = Encoding.ASCII.GetString(body).Where(static c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/').ToArray();
        var whole = marks.Length - (marks.Length % 4 == 1 ? 1 : 0);

        return Convert.FromBase64String(new string(marks, 0, whole).PadRight((whole + 3) / 4 * 4, '='));
    }

    /// <param name="isHeader">In encoded words an underscore is a space (RFC 2047, 4.2).</param>
    public static byte[] Quoted(ReadOnlySpan<byte> body, bool isHeader)
    {
        var read = new List<byte>(body.Length);
        var at = 0;
        while (at < body.Length)
        {
            if (body[at] is (byte)'=' && LineEnd(body[(at + 1)..]) is { } skipped)
            {
                at += 1 + skipped;
                continue;
            }

            var octet = body[at] is (byte)'=' && at + 2 < body.Length ? Hex(body.Slice(at + 1, 2)) : null;
            read.Add(octet ?? (isHeader && body[at] is (byte)'_' ? (byte)' ' : body[at]));
            at += octet is null ? 1 : 3;
        }

        return [.. read];
    }

    /// <summary>How many octets a soft line break takes; null where there is none.</summary>
    private static int? LineEnd(ReadOnlySpan<byte> rest) => rest switch
    {
        [(byte)'\r', (byte)'\n', ..] => 2,
        [(byte)'\n', ..] => 1,
        _ => null,
    };

    private static byte? Hex(ReadOnlySpan<byte> two) =>
        byte.TryParse(Encoding.ASCII.GetString(two), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var octet) ? octet : null;
}

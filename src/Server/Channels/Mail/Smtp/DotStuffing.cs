namespace OfficeWorkflow.Server.Channels.Mail.Smtp;

/// <summary>The transparency of RFC 5321, 4.5.2: a line that begins with a dot gets another.</summary>
internal static class DotStuffing
{
    /// <returns>The message, ending with a line break and without the last dot.</returns>
    public static byte[] Of(ReadOnlySpan<byte> message)
    {
        var stuffed = new List<byte>(message.Length + 16);
        var isLineStart = true;

        foreach (var octet in message)
        {
            if (isLineStart && octet == '.')
            {
                stuffed.Add((byte)'.');
            }

            stuffed.Add(octet);
            isLineStart = octet == '\n';
        }

        if (!isLineStart)
        {
            stuffed.AddRange("\r\n"u8);
        }

        return [.. stuffed];
    }
}

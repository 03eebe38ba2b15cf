using System.Text;

namespace OfficeWorkflow.Server.Channels.Mail.Incoming;

/// <summary>One leaf of a mail that came in: a text, a calendar message, a delivery report, a file.</summary>
/// <param name="Kind">Content type in lower case, such as <c>text/calendar</c>.</param>
/// <param name="FileName">Null where it has none.</param>
public sealed record IncomingPart(string Kind, string? Charset, string? FileName, ReadOnlyMemory<byte> Bytes)
{
    public bool Is(string kind) => string.Equals(Kind, kind, StringComparison.Ordinal);

    public string Text => MailCharset.Decode(Bytes.Span, Charset);

    /// <summary>Whether the name of the file ends so.</summary>
    public bool IsNamed(string ending) => FileName?.EndsWith(ending, StringComparison.OrdinalIgnoreCase) is true;

    internal static IncomingPart Of(MailHeaders headers, string body)
    {
        var type = headers.Parameters("Content-Type");
        var named = headers.Parameters("Content-Disposition").GetValueOrDefault("filename") ?? type.GetValueOrDefault("name");

        return new IncomingPart(
            type[""].Length > 0 ? type[""].ToLowerInvariant() : "text/plain",
            type.GetValueOrDefault("charset"),
            named is null ? null : MailHeaders.DecodeWords(named),
            TransferCoding.Decode(headers["Content-Transfer-Encoding"], Encoding.Latin1.GetBytes(body)));
    }
}

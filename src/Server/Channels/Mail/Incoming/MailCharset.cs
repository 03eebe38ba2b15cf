using System.Text;
using OfficeWorkflow.Server.Answers;

namespace OfficeWorkflow.Server.Channels.Mail.Incoming;

/// <summary>
/// Bytes as text in whatever encoding a mail names: Japanese mail programs still write ISO-2022-JP and Shift_JIS. One that is unknown, or
/// switched off as UTF-7 is, is read as UTF-8; what no database keeps is left out.
/// </summary>
internal static class MailCharset
{
    public static string Decode(ReadOnlySpan<byte> bytes, string? name) => PlainText.Of(Of(name).GetString(bytes));

    private static Encoding Of(string? name)
    {
        try
        {
            return string.IsNullOrWhiteSpace(name)
                ? Encoding.UTF8
                : CodePagesEncodingProvider.Instance.GetEncoding(name.Trim()) ?? Encoding.GetEncoding(name.Trim());
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return Encoding.UTF8;
        }
    }
}

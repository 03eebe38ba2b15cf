using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace OfficeWorkflow.Server.Office.Consents.Receipts;

/// <summary>A receipt as a file: a PDF that carries its evidence, and a last line with the hash of all before it.</summary>
internal static partial class ReceiptFile
{
    public const string EvidenceName = "evidence.json";

    private const string Mark = "%SHA-256 ";
    private const int HashLength = 64;

    // The line stands behind the end of the PDF, where readers pass over it.
    private static int TailLength => Mark.Length + HashLength + 1;

    public static byte[] Close(byte[] pdf) => [.. pdf, .. Encoding.ASCII.GetBytes($"{Mark}{HashOf(pdf)}\n")];

    /// <summary>Whether every octet arrived. The line has no key: who changes the file on purpose reckons it anew.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> file)
    {
        if (file.Length <= TailLength)
        {
            return false;
        }

        var expected = Encoding.ASCII.GetBytes($"{Mark}{HashOf(file[..^TailLength])}\n");

        return file[^TailLength..].SequenceEqual(expected);
    }

    /// <returns>Null when the file carries none.</returns>
    public static ReceiptEvidence? EvidenceIn(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var found = Embedded().Match(text);
        if (!found.Success || !int.TryParse(found.Groups["length"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            return null;
        }

        var start = found.Index + found.Length;

        return length <= file.Length - start ? ReceiptEvidence.Read(file.AsMemory(start, length)) : null;
    }

    private static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    [GeneratedRegex(@"<< /Length (?<length>[0-9]{1,8}) /Type /EmbeddedFile [^>\n]*>>\nstream\n", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Embedded();
}

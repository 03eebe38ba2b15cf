namespace OfficeWorkflow.Server.Channels.Documents.Qr;

/// <summary>A square of dark and light modules that a phone reads (ISO/IEC 18004, byte mode, level M, versions 1 to 10).</summary>
internal sealed class QrCode
{
    private readonly bool[][] dark;

    private QrCode(bool[][] dark) => this.dark = dark;

    public int Size => dark.Length;

    /// <summary>Whether the module at this place is dark.</summary>
    public bool this[int row, int column] => dark[row][column];

    /// <summary>The smallest code that holds the text.</summary>
    /// <returns>Null when the text is longer than 213 octets.</returns>
    public static QrCode? Of(string text)
    {
        var octets = System.Text.Encoding.UTF8.GetBytes(text);

        return QrVersion.For(octets.Length) is { } version ? new QrCode(QrMatrix.Draw(version, QrCodewords.Of(octets, version))) : null;
    }
}

namespace OfficeWorkflow.Server.Channels.Documents;

/// <summary>The kinds of file that the office keeps, known by their first bytes and never by their name.</summary>
internal sealed record FileKind(string MediaType, IReadOnlyList<string> Endings, bool ShowsInBrowser)
{
    public static FileKind Pdf { get; } = new("application/pdf", [".pdf"], ShowsInBrowser: true);

    public static FileKind Jpeg { get; } = new("image/jpeg", [".jpg", ".jpeg"], ShowsInBrowser: true);

    public static FileKind Png { get; } = new("image/png", [".png"], ShowsInBrowser: true);

    public static FileKind Heic { get; } = new("image/heic", [".heic", ".heif"], ShowsInBrowser: false);

    /// <summary>Null for everything else: nothing that could run in a browser is ever kept.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8))
        {
            return Pdf;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return Jpeg;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return Png;
        }

        return IsHeic(bytes) ? Heic : null;
    }

    public static FileKind? Of(string mediaType) =>
        new[] { Pdf, Jpeg, Png, Heic }.FirstOrDefault(kind => string.Equals(kind.MediaType, mediaType, StringComparison.Ordinal));

    private static bool IsHeic(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 12
        && bytes[4..8].SequenceEqual("ftyp"u8)
        && (bytes[8..12].SequenceEqual("heic"u8) || bytes[8..12].SequenceEqual("heix"u8) || bytes[8..12].SequenceEqual("mif1"u8));
}

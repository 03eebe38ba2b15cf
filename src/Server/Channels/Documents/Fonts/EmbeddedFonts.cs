using OfficeWorkflow.Server.Channels.Documents.Pdf;

namespace OfficeWorkflow.Server.Channels.Documents.Fonts;

/// <summary>The fonts that travel inside the program (licence: OFL.txt beside this file).</summary>
internal static class EmbeddedFonts
{
    private static readonly Lazy<TrueTypeFont> Loaded = new(Load);

    /// <summary>Noto Sans JP, regular weight.</summary>
    public static TrueTypeFont NotoSansJapanese => Loaded.Value;

    private static TrueTypeFont Load()
    {
        using var stream = typeof(EmbeddedFonts).Assembly.GetManifestResourceStream("NotoSansJP-Regular.ttf")
            ?? throw new InvalidOperationException("The font is not embedded in the program.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);

        return new TrueTypeFont(file);
    }
}

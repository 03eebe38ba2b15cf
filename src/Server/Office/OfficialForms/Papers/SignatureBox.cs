namespace OfficeWorkflow.Server.Office.OfficialForms.Papers;

/// <summary>利用者同意署名欄: blank lines for the pen, or who agreed and when.</summary>
internal sealed record SignatureBox(DateOnly? SignedOn, string SignerName)
{
    public static SignatureBox Blank { get; } = new(null, string.Empty);

    /// <summary>A drawn signature (PNG or JPEG), if one was taken.</summary>
    public ReadOnlyMemory<byte> Drawn { get; init; }
}

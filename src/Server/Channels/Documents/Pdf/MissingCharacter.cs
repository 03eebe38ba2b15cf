namespace OfficeWorkflow.Server.Channels.Documents.Pdf;

/// <summary>A character that the font cannot show: it is set as 〓, as printers do, and told to whoever prints.</summary>
internal sealed record MissingCharacter(string Text)
{
    public string Sentence => $"「{Text}」({string.Join(' ', Text.EnumerateRunes().Select(static rune => $"U+{rune.Value:X4}"))})は印刷用の文字にないため、〓で印刷しました。別の字で書くか、手書きで補ってください。";
}

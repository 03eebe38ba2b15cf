namespace OfficeWorkflow.Workflows.Expressions.Grammar;

/// <param name="Content">The word or symbol; of a text its content without quotes and escapes.</param>
internal readonly record struct Token(TokenKind Kind, string Content, int Position)
{
    public bool Is(string symbolOrWord) =>
        Kind is TokenKind.Symbol or TokenKind.Name && string.Equals(Content, symbolOrWord, StringComparison.Ordinal);
}

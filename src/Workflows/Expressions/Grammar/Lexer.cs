using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace OfficeWorkflow.Workflows.Expressions.Grammar;

/// <summary>Text → tokens. The first mistake ends it.</summary>
internal sealed class Lexer(string text)
{
    private static readonly ImmutableArray<string> Symbols =
        ["**", "..", "<=", ">=", "!=", "=", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", "{", "}", ",", ":", ".", "@"];

    private readonly ImmutableArray<Token>.Builder tokens = ImmutableArray.CreateBuilder<Token>();
    private int at;

    public ExpressionError? Error { get; private set; }

    public ImmutableArray<Token> Read()
    {
        SkipBlanks();

        while (Error is null && at < text.Length)
        {
            ReadToken();
            SkipBlanks();
        }

        tokens.Add(new Token(TokenKind.End, string.Empty, text.Length));

        return tokens.ToImmutable();
    }

    private void ReadToken()
    {
        if (text[at] == '"')
        {
            ReadText();
        }
        else if (IsDigit(at) || (text[at] == '.' && IsDigit(at + 1)))
        {
            ReadNumber();
        }
        else if (FullWidth.AdviceFor(text[at]) is { } advice)
        {
            Fail(at, advice);
        }
        else if (IsNameStart(text[at]))
        {
            ReadName();
        }
        else
        {
            ReadSymbol();
        }
    }

    private void ReadName()
    {
        var start = at;

        while (at < text.Length && IsNamePart(text[at]) && FullWidth.AdviceFor(text[at]) is null)
        {
            at++;
        }

        Add(TokenKind.Name, text[start..at], start);
    }

    private void ReadNumber()
    {
        var start = at;
        SkipDigits();

        if (at < text.Length && text[at] == '.' && IsDigit(at + 1))
        {
            at++;
            SkipDigits();
        }

        if (decimal.TryParse(text.AsSpan(start, at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
        {
            Add(TokenKind.Number, text[start..at], start);
        }
        else
        {
            Fail(start, "数値が大きすぎます。28桁までで書いてください。");
        }
    }

    private void ReadText()
    {
        var start = at++;
        var content = new StringBuilder();

        while (at < text.Length && text[at] != '"')
        {
            if (text[at] == '\\' && !ReadEscape(content))
            {
                return;
            }
            else if (at < text.Length && text[at] is not '"' and not '\\')
            {
                content.Append(text[at++]);
            }
        }

        if (at >= text.Length)
        {
            Fail(start, "文字列が閉じていません。終わりに半角の \" を書いてください。");
            return;
        }

        if (HasHalf(content))
        {
            Fail(start, "「\\u」で書いた文字は半分だけです。「\\U」と6桁の番号で書いてください。");
            return;
        }

        at++;
        Add(TokenKind.Text, content.ToString(), start);
    }

    /// <summary>Whether half a character stands alone, which no file can hold.</summary>
    private static bool HasHalf(StringBuilder content)
    {
        var index = 0;
        while (index < content.Length)
        {
            var isWhole = char.IsHighSurrogate(content[index]) && index + 1 < content.Length && char.IsLowSurrogate(content[index + 1]);
            if (!isWhole && char.IsSurrogate(content[index]))
            {
                return true;
            }

            index += isWhole ? 2 : 1;
        }

        return false;
    }

    private bool ReadEscape(StringBuilder content)
    {
        var kind = at + 1 < text.Length ? text[at + 1] : '\0';
        var digits = kind switch { 'u' => 4, 'U' => 6, _ => 0 };

        if (digits > 0 && at + 2 + digits <= text.Length
            && int.TryParse(text.AsSpan(at + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && code <= 0x10FFFF)
        {
            content.Append(code <= 0xFFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code));
            at += 2 + digits;
            return true;
        }

        if ("\"\\'nrt".IndexOf(kind, StringComparison.Ordinal) is >= 0 and var known && kind != '\0')
        {
            content.Append("\"\\'\n\r\t"[known]);
            at += 2;
            return true;
        }

        Fail(at, "「\\」の後は \" \\ n r t u のどれかです。「\\」そのものは「\\\\」と書いてください。");
        return false;
    }

    private void ReadSymbol()
    {
        if (Symbols.FirstOrDefault(Stands) is { } symbol)
        {
            Add(TokenKind.Symbol, symbol, at);
            at += symbol.Length;
            return;
        }

        Fail(at, text[at] == '\''
            ? "文字列は半角の \" で囲んでください。"
            : $"「{Rune.GetRuneAt(text, at)}」は式の中で使えない文字です。");
    }

    private void SkipBlanks()
    {
        while (at < text.Length && Error is null)
        {
            if (text[at] is ' ' or '\t' or '\r' or '\n')
            {
                at++;
            }
            else if (Stands("//"))
            {
                SkipTo("\n");
            }
            else if (Stands("/*"))
            {
                SkipTo("*/");
            }
            else
            {
                return;
            }
        }
    }

    private bool Stands(string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;

    private void SkipTo(string mark)
    {
        var end = text.IndexOf(mark, at, StringComparison.Ordinal);
        at = end < 0 ? text.Length : end + mark.Length;
    }

    private void SkipDigits()
    {
        while (IsDigit(at))
        {
            at++;
        }
    }

    private bool IsDigit(int index) => index < text.Length && char.IsAsciiDigit(text[index]);

    private static bool IsNameStart(char letter) => char.IsLetter(letter) || letter is '_' or 'ー' or '々' || char.IsSurrogate(letter);

    private static bool IsNamePart(char letter) =>
        IsNameStart(letter) || char.IsAsciiDigit(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;

    private void Add(TokenKind kind, string content, int position) => tokens.Add(new Token(kind, content, position));

    private void Fail(int position, string sentence)
    {
        Error ??= new ExpressionError(position, sentence);
        at = text.Length;
    }
}

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>Subject and body of a template, in Handlebars; no more than an office may write.</summary>
public sealed record MailWording(string Subject, string Body)
{
    public const int LongestSubject = 200;

    public const int LongestBody = 20_000;

    private const string SubjectMark = "件名:";

    /// <summary>Reads a file of a procedure: the first line is <c>件名: …</c>, the rest is the body.</summary>
    public static MailWording Read(string file)
    {
        var lines = file.ReplaceLineEndings("\n").Split('\n', 2);

        return lines[0].StartsWith(SubjectMark, StringComparison.Ordinal) && lines.Length == 2
            ? new MailWording(lines[0][SubjectMark.Length..].Trim(), lines[1].Trim('\n') + "\n")
            : throw new FormatException($"A mail file begins with '{SubjectMark} …'.");
    }
}

namespace OfficeWorkflow.Server.Channels.Mail.Smtp;

/// <summary>One answer of a mail server.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsGood => Code is >= 200 and < 300;

    /// <summary>Waits for more, as after DATA.</summary>
    public bool IsGoOn => Code is >= 300 and < 400;

    public bool IsForEver => Code is >= 500 and < 600;

    public string Text => $"{Code} {string.Join(' ', Lines)}".TrimEnd();

    /// <summary>The words after an offered extension, such as the mechanisms of AUTH; null when it is not offered.</summary>
    public string[]? Offered(string extension) =>
        Lines
            .Select(static line => line.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 0 && string.Equals(words[0], extension, StringComparison.OrdinalIgnoreCase))
            .Select(static words => words[1..])
            .FirstOrDefault();
}

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>A wording filled in: what one recipient will read.</summary>
public sealed record MailText(string Subject, string Text)
{
    public string Html => MailHtml.Of(Subject, Text);
}

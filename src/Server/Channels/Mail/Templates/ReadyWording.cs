using System.Collections.Concurrent;
using HandlebarsDotNet;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>A wording made ready to be filled in, by any number at once.</summary>
internal sealed class ReadyWording
{
    private const int MostKept = 500;

    /// <summary>To make a wording ready costs more than all else of a mail: what is used stays ready.</summary>
    private static readonly ConcurrentDictionary<MailWording, ReadyWording> Kept = new();

    private readonly HandlebarsTemplate<object, object> subject;
    private readonly HandlebarsTemplate<object, object> body;

    private ReadyWording(MailWording wording)
    {
        // Text is sent as text; its HTML is made from the finished text, where everything is escaped.
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true });
        (subject, body) = (handlebars.Compile(wording.Subject), handlebars.Compile(wording.Body));
    }

    /// <returns>Null when it is not written as it must be.</returns>
    public static (string Subject, string Body)? Fill(MailWording wording, Dictionary<string, object?> words)
    {
        try
        {
            var ready = Of(wording);
            return (ready.subject(words), ready.body(words));
        }
        catch (HandlebarsException)
        {
            return null;
        }
    }

    private static ReadyWording Of(MailWording wording)
    {
        if (Kept.TryGetValue(wording, out var known))
        {
            return known;
        }

        // Who edits wordings makes many that nobody sends.
        if (Kept.Count >= MostKept)
        {
            Kept.Clear();
        }

        return Kept.GetOrAdd(wording, static one => new ReadyWording(one));
    }
}

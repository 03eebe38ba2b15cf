using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>The wordings that come with the procedures, by key: <c>Procedures/*/mails/key.hbs</c> in the workflows.</summary>
public static class ShippedMails
{
    private const string Ending = ".hbs";

    public static ImmutableSortedDictionary<string, MailWording> All { get; } = Read();

    private static ImmutableSortedDictionary<string, MailWording> Read()
    {
        var assembly = typeof(Value).Assembly;
        var mails = ImmutableSortedDictionary.CreateBuilder<string, MailWording>(StringComparer.Ordinal);

        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.EndsWith(Ending, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var key = name[..^Ending.Length];
            mails.Add(key[(key.LastIndexOf('/') + 1)..], MailWording.Read(reader.ReadToEnd()));
        }

        return mails.ToImmutable();
    }
}

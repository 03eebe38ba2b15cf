using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>The wordings that come with the product, by key: <c>Procedures/*/mails/key.hbs</c> in the workflows, <c>People/Mails/key.hbs</c> here.</summary>
public static class ShippedMails
{
    private const string Ending = ".hbs";

    public static ImmutableSortedDictionary<string, MailWording> All { get; } = Read();

    /// <summary>The shipped procedure that the mail came with; null for one of the server itself, or of all procedures.</summary>
    public static string? ProcedureOf(string key) =>
        typeof(Value).Assembly.GetManifestResourceNames()
            .Select(static name => name.Replace('\\', '/').Split('/'))
            .Where(parts => parts is ["Procedures", _, "mails", var file] && string.Equals(file, key + Ending, StringComparison.Ordinal))
            .Select(static parts => parts[1])
            .FirstOrDefault();

    private static ImmutableSortedDictionary<string, MailWording> Read()
    {
        var mails = ImmutableSortedDictionary.CreateBuilder<string, MailWording>(StringComparer.Ordinal);

        // Those of the procedures, and those of the server itself.
        foreach (var assembly in new[] { typeof(Value).Assembly, typeof(ShippedMails).Assembly })
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.EndsWith(Ending, StringComparison.Ordinal)))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                var key = name[..^Ending.Length];
                mails.Add(key[(key.LastIndexOfAny(['/', '\\']) + 1)..], MailWording.Read(reader.ReadToEnd()));
            }
        }

        return mails.ToImmutable();
    }
}

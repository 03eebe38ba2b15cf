using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Channels.Mail.Templates;

/// <summary>One wording with its versions, ready to be changed.</summary>
public static class ShowTemplate
{
    /// <returns>Null when the office has no such mail.</returns>
    public static async Task<Model?> HandleAsync(string key, OfficeDb db, TemplateScene scene, TimeProvider clock, CancellationToken stop)
    {
        var versions = await OfficeWordings.VersionsAsync(db, db.Scope.Office ?? Guid.Empty, key, clock.GetUtcNow(), stop);

        return versions is [var newest, ..]
            ? new Model(newest, versions, KnownTo(newest), new(newest.Subject, newest.Body, newest.Version), [], Preview: null)
            {
                UsedIn = await scene.UsedInAsync(db, key, stop),
                Cases = await scene.CasesAsync(db, key, stop),
            }
            : null;
    }

    /// <summary>The names that this mail may use: those of the shipped wording and those that every mail has.</summary>
    public static IReadOnlyList<string> KnownTo(MailTemplate template) =>
        [.. Placeholders.Of(ShippedMails.All.GetValueOrDefault(template.Key) ?? template.Wording).Union(Postbox.CommonNames, StringComparer.Ordinal)];

    /// <param name="Typed">What stands in the form.</param>
    /// <param name="Preview">The typed wording filled in with examples, when asked for.</param>
    public sealed record Model(
        MailTemplate Newest,
        IReadOnlyList<MailTemplate> Versions,
        IReadOnlyList<string> Known,
        SaveTemplate.Form Typed,
        IReadOnlyList<Refusal> Refusals,
        MailText? Preview)
    {
        /// <summary>The procedures that send it.</summary>
        public IReadOnlyList<Option> UsedIn { get; init; } = [];

        /// <summary>Cases to try it on.</summary>
        public IReadOnlyList<Option> Cases { get; init; } = [];

        /// <summary>What came of the mail that was sent to try it.</summary>
        public string? Told { get; init; }

        /// <summary>The wording as it was shipped, where it is another.</summary>
        public MailWording? Shipped =>
            ShippedMails.All.GetValueOrDefault(Newest.Key) is { } shipped && shipped != Newest.Wording ? shipped : null;
    }
}

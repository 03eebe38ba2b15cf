using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Incoming;

/// <summary>The mails that came in, the newest first, and taking one in by hand.</summary>
public static class ListReceived
{
    private const int Shown = 100;

    public sealed record Model(IReadOnlyList<ReceivedMail> Rows, int Count)
    {
        /// <summary>What became of the one just taken in.</summary>
        public IncomingResult? Told { get; init; }

        public IReadOnlyList<Refusal> Refusals { get; init; } = [];
    }

    public static async Task<Model> HandleAsync(OfficeDb db, CancellationToken stop) => new(
        await db.ReceivedMails.AsNoTracking().OrderByDescending(static mail => mail.ReceivedAt).ThenByDescending(static mail => mail.Id).Take(Shown).ToListAsync(stop),
        await db.ReceivedMails.CountAsync(stop));

    /// <summary>A member of staff hands in the file that a mail program stored.</summary>
    public static async Task<Outcome<IncomingResult>> TakeAsync(IFormFile? file, OfficeDb db, TakeMail take, CancellationToken stop)
    {
        if (file is null || file.Length == 0)
        {
            return new Refusal("file-missing", "メールソフトで保存したファイル(.eml)を選んでください。", "file");
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);

        return EmlReader.Read(bytes.ToArray()) is { } mail
            ? await take.HandleAsync(mail, db, db.Scope.Office!.Value, keepsUnknown: true, stop) ?? IncomingResult.NotUnderstood
            : new Refusal("file-no-mail", "メールとして読めないファイルです。メールソフトの「名前を付けて保存」で .eml の形で保存してください。", "file");
    }
}

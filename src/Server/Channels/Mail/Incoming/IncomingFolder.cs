using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Incoming;

/// <summary>
/// The folder into which a mail program or mail server drops what came in (<c>data/mail/incoming/*.eml</c>). What was read moves to
/// <c>taken</c>, what nothing understood to <c>not-taken</c>; a file that is read twice is one mail. A file appears whole: it is
/// written beside and moved here. One that cannot be read at all holds up no other: it stays for the next rounds, and then goes to
/// <c>not-taken</c>.
/// </summary>
public sealed partial class IncomingFolder(MailSettings settings, TakeMail take, OfficeDbs dbs, ILogger<IncomingFolder> log)
{
    /// <summary>Files of one round; the rest waits for the next.</summary>
    private const int MostFiles = 500;
    private const int MostTries = 5;
    private const string Pattern = "*.eml";

    private const string TakenFolder = "taken";
    private const string LeftFolder = "not-taken";

    /// <summary>What was understood stands in the database; what was not waits for a person to look.</summary>
    private static readonly TimeSpan TakenStays = TimeSpan.FromDays(30);
    private static readonly TimeSpan LeftStays = TimeSpan.FromDays(90);

    private readonly ConcurrentDictionary<string, int> tries = new(StringComparer.Ordinal);

    public string Path { get; } = System.IO.Path.Combine(settings.Folder, "incoming");

    public bool HasFiles => Directory.Exists(Path) && Directory.EnumerateFiles(Path, Pattern).Any();

    /// <param name="Taken">Mails that were understood.</param>
    /// <param name="Left">Files that nothing understood.</param>
    public sealed record Round(int Taken, int Left);

    public async Task<Round> ReadAsync(CancellationToken stop)
    {
        Directory.CreateDirectory(Path);
        var (taken, left) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(Path, Pattern).Order(StringComparer.Ordinal).Take(MostFiles).ToList())
        {
            var isTaken = await IsTakenAsync(file, stop);
            if (isTaken is { } known)
            {
                taken += known ? 1 : 0;
                left += known ? 0 : 1;
                Put(file, known ? TakenFolder : LeftFolder);
            }
        }

        return new Round(taken, left);
    }

    /// <summary>Deletes files that were read long ago, by the time at which they came.</summary>
    /// <returns>How many.</returns>
    public int Forget(DateTimeOffset now) => Forget(TakenFolder, now - TakenStays) + Forget(LeftFolder, now - LeftStays);

    /// <returns>Null when it could not be read this time.</returns>
    private async Task<bool?> IsTakenAsync(string file, CancellationToken stop)
    {
        try
        {
            var mail = EmlReader.Read(await File.ReadAllBytesAsync(file, stop));
            var isTaken = mail is not null && await TakeAsync(mail, stop) is { IsSettled: true };
            tries.TryRemove(file, out _);
            return isTaken;
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            Log.Unreadable(log, trouble, System.IO.Path.GetFileName(file));
            if (tries.AddOrUpdate(file, 1, static (_, before) => before + 1) < MostTries)
            {
                return null;
            }

            tries.TryRemove(file, out _);
            return false;
        }
    }

    /// <summary>The offices that it is addressed to are asked first; the only one keeps what nobody understood.</summary>
    private async Task<IncomingResult?> TakeAsync(IncomingMail mail, CancellationToken stop)
    {
        await using var all = dbs.Open(new Scope.System("pump"));
        var offices = await all.Offices.AsNoTracking().ToListAsync(stop);
        var addressed = offices.Where(office => IsFor(mail, office)).ToList();
        foreach (var office in addressed.Concat(offices.Except(addressed)))
        {
            await using var db = dbs.Open(new Scope.CaseOffice(office.Id));
            var keeps = addressed is [var only] ? only.Id == office.Id : offices.Count == 1;
            if (await take.HandleAsync(mail, db, office.Id, keeps, stop) is { } result)
            {
                return result;
            }
        }

        return null;
    }

    private bool IsFor(IncomingMail mail, OfficeFile office) =>
        new[] { office.Mail, office.MailFrom, settings.From }.Any(own => !string.IsNullOrEmpty(own) && mail.Recipients.Contains(own, StringComparer.OrdinalIgnoreCase));

    private int Forget(string folder, DateTimeOffset before)
    {
        var read = new DirectoryInfo(System.IO.Path.Combine(Path, folder));
        var old = read.Exists ? read.EnumerateFiles(Pattern).Where(file => file.LastWriteTimeUtc < before.UtcDateTime).ToList() : [];
        old.ForEach(static file => file.Delete());
        return old.Count;
    }

    private void Put(string file, string folder)
    {
        var into = Directory.CreateDirectory(System.IO.Path.Combine(Path, folder)).FullName;
        File.Move(file, System.IO.Path.Combine(into, System.IO.Path.GetFileName(file)), overwrite: true);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The incoming mail {File} could not be read.")]
        public static partial void Unreadable(ILogger logger, Exception trouble, string file);
    }
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail.Incoming;
using OfficeWorkflow.Server.Channels.Mail.Wire;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Collecting;

/// <summary>
/// Takes from an office's mailbox the answers of calendars and the reports of mail servers, each once. What is neither is left to the people
/// who read the mailbox: nothing of it is kept here.
/// </summary>
public sealed partial class ReadMailbox(
    OfficeDbs dbs, TakeMail take, MailSettings settings, IDataProtectionProvider protection, ILogger<ReadMailbox> log)
{
    private const int MostMails = 100;
    private const string Locked = "保存してあるパスワードを読めません。別の機械に移したときに鍵が引き継がれていません。パスワードを入れ直してください。";

    private static readonly TimeSpan LongestRound = TimeSpan.FromMinutes(2);

    private readonly IDataProtector passwords = protection.CreateProtector("incoming-server");

    /// <param name="Trouble">Why it could not be read, in words; null when it could.</param>
    /// <param name="Lying">Mails in the mailbox.</param>
    /// <param name="New">Those of them that were not looked at before.</param>
    /// <param name="Taken">Those that were understood this time.</param>
    public sealed record Report(string? Trouble, int Lying, int New, int Taken);

    public string Close(string password) => passwords.Protect(password);

    /// <summary>Reads what is new.</summary>
    public Task<Report> HandleAsync(IncomingServer server, CancellationToken stop) => SpeakAsync(server, takes: true, stop);

    /// <summary>Signs in, looks, and takes nothing.</summary>
    public Task<Report> TryAsync(IncomingServer server, CancellationToken stop) => SpeakAsync(server, takes: false, stop);

    private async Task<Report> SpeakAsync(IncomingServer server, bool takes, CancellationToken stop)
    {
        if (SettingsOf(server) is not { } mailbox)
        {
            return new Report(Locked, 0, 0, 0);
        }

        using var round = CancellationTokenSource.CreateLinkedTokenSource(stop);
        round.CancelAfter(LongestRound);
        var seen = new Report(Trouble: null, 0, 0, 0);
        try
        {
            await using var connection = new PopConnection(mailbox);
            await connection.SignInAsync(round.Token);
            var items = await connection.ListAsync(round.Token);
            var fresh = await FreshAsync(server.OfficeId, items, round.Token);
            seen = seen with { Lying = items.Count, New = fresh.Count };
            foreach (var item in takes ? fresh.Take(MostMails) : [])
            {
                seen = seen with { Taken = seen.Taken + (await TakeAsync(connection, server.OfficeId, item, round.Token, stop) ? 1 : 0) };
            }

            await connection.LeaveAsync(round.Token);
            return seen;
        }
        catch (Exception failure) when (MailFailure.Is(failure))
        {
            return seen with { Trouble = MailFailure.Words(failure, mailbox.Endpoint) };
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return seen with { Trouble = MailFailure.TooSlow(mailbox.Endpoint) };
        }
    }

    private PopSettings? SettingsOf(IncomingServer server)
    {
        try
        {
            return new PopSettings(server.Host, server.Port, server.Security, server.User, passwords.Unprotect(server.ProtectedPassword)) { TrustedAuthority = settings.TrustedAuthority };
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>What was not looked at yet, and last what could not be fetched before: it may end the round. What no longer lies there is forgotten.</summary>
    private async Task<IReadOnlyList<PopItem>> FreshAsync(Guid officeId, IReadOnlyList<PopItem> items, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.CaseOffice(officeId));
        var known = await db.CollectedMails.ToDictionaryAsync(static row => row.UidHash, StringComparer.Ordinal, stop);
        var lying = items.ToLookup(static item => CollectedMail.HashOf(item.Uid), StringComparer.Ordinal);
        db.CollectedMails.RemoveRange(known.Values.Where(row => !lying.Contains(row.UidHash)));
        await db.SaveChangesAsync(stop);
        return
        [
            .. items
                .Select(item => (Item: item, Known: known.GetValueOrDefault(CollectedMail.HashOf(item.Uid))))
                .Where(static one => one.Known is not { IsSettled: true })
                .OrderBy(static one => one.Known?.Tries ?? 0)
                .Select(static one => one.Item),
        ];
    }

    /// <returns>Whether it was understood.</returns>
    private async Task<bool> TakeAsync(PopConnection connection, Guid officeId, PopItem item, CancellationToken round, CancellationToken stop)
    {
        if (item.Octets > EmlReader.MostOctets)
        {
            await MarkAsync(officeId, item, static mail => mail.Settle(), stop);
            return false;
        }

        var bytes = await FetchAsync(connection, officeId, item, round, stop);
        try
        {
            await using var db = dbs.Open(new Scope.CaseOffice(officeId));
            var isTaken = EmlReader.Read(bytes) is { } mail && await take.HandleAsync(mail, db, officeId, keepsUnknown: false, round) is not null;
            await MarkAsync(officeId, item, static mail => mail.Settle(), round);
            return isTaken;
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            Log.NotTaken(log, trouble, officeId);
            await MarkAsync(officeId, item, static mail => mail.Fail(), round);
            return false;
        }
    }

    /// <summary>
    /// What the server does not hand over ends the round, for the conversation may be lost in the middle of it. It is counted although the round
    /// has no time left, or the next one would end with the same mail.
    /// </summary>
    private async Task<byte[]> FetchAsync(PopConnection connection, Guid officeId, PopItem item, CancellationToken round, CancellationToken stop)
    {
        try
        {
            return await connection.ReadAsync(item, EmlReader.MostOctets, round);
        }
        catch (Exception trouble) when (MailFailure.Is(trouble) || (trouble is OperationCanceledException && !stop.IsCancellationRequested))
        {
            await MarkAsync(officeId, item, static mail => mail.Fail(), stop);
            throw;
        }
    }

    private async Task MarkAsync(Guid officeId, PopItem item, Action<CollectedMail> mark, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.CaseOffice(officeId));
        var hash = CollectedMail.HashOf(item.Uid);
        var row = await db.CollectedMails.SingleOrDefaultAsync(one => one.UidHash == hash, stop)
            ?? db.CollectedMails.Add(new CollectedMail { OfficeId = officeId, UidHash = hash }).Entity;
        mark(row);
        await db.SaveChangesAsync(stop);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A mail in the mailbox of office {Office} could not be taken in.")]
        public static partial void NotTaken(ILogger logger, Exception trouble, Guid office);
    }
}

using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People.LostPasswords;

/// <summary>Takes a request for a new password and says the same to everyone.</summary>
public static class AskForPassword
{
    private const int MostAnHour = 3;

    internal sealed record Form(string? Mail);

    public sealed record Model(string? Mail, bool IsAsked, IReadOnlyList<Refusal> Refusals);

    internal static async Task<Model> HandleAsync(Form form, OfficeDbs dbs, TimeProvider clock, CancellationToken stop)
    {
        if (!MailAddressText.IsAddress(form.Mail))
        {
            return new Model(form.Mail, IsAsked: false, [new Refusal("mail-wrong", "メールアドレスを入力してください。例: name@example.jp", "mail")]);
        }

        await using var db = dbs.Open(new Scope.System("sign-in"));
        var now = clock.GetUtcNow();
        var key = Person.Fold(form.Mail!);
        var since = now.AddHours(-1);
        if (await db.LostPasswords.CountAsync(row => row.MailKey == key && row.AskedAt > since, stop) < MostAnHour)
        {
            db.LostPasswords.Add(new LostPassword { Id = Guid.CreateVersion7(), MailKey = key, AskedAt = now });
            await db.SaveChangesAsync(stop);
        }

        return new Model(form.Mail, IsAsked: true, []);
    }
}

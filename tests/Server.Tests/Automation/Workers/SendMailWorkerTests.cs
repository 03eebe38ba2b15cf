using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Tests.Channels.Mail;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Automation.Workers;

public abstract class SendMailWorkerTests(RunningOffice office) : IAsyncLifetime
{
    private readonly Correspondence letters = new(office);

    private readonly Guid caseId = Guid.CreateVersion7();

    public Task InitializeAsync() => letters.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Writes_one_mail_to_each_recipient_and_says_who_has_no_address()
    {
        var answer = await PerformAsync(Inputs(Value.Of(Recipient("市の職員N", Value.Of("n@example.jp")), Recipient("民生委員N", Value.None))));

        Assert.IsType<WorkerAnswer.Done>(answer);
        Assert.Equal(
            [("市の職員N", MailState.Waiting), ("民生委員N", MailState.NoAddress)],
            (await MailsAsync()).Select(mail => (mail.RecipientName, mail.State)));
    }

    [Fact]
    public async Task A_wording_that_the_procedure_brings_itself_goes_before_the_offices()
    {
        var own = new Dictionary<string, string>(StringComparer.Ordinal) { ["draft-submitted"] = "件名: 独自の件名\n{{name}} 様\n" };

        await PerformAsync(Inputs(Recipient("市の職員N", Value.Of("n@example.jp"))), own);

        Assert.Equal([("独自の件名", 0)], (await MailsAsync()).Select(static mail => (mail.Subject, mail.TemplateVersion)));
    }

    [Fact]
    public async Task Takes_a_single_recipient_too() =>
        Assert.IsType<WorkerAnswer.Done>(await PerformAsync(Inputs(Recipient("市の職員N", Value.Of("n@example.jp")))));

    [Fact]
    public async Task A_step_that_does_not_say_to_whom_is_shown_to_a_person() =>
        Assert.IsType<WorkerAnswer.Failed>(await PerformAsync(Inputs(Value.None)));

    [Fact]
    public async Task A_wording_with_a_name_that_has_no_value_is_shown_to_a_person()
    {
        var inputs = Inputs(Recipient("市の職員N", Value.Of("n@example.jp"))).With("template", Value.Of("meeting-poll"));

        Assert.Contains("link", Assert.IsType<WorkerAnswer.Failed>(await PerformAsync(inputs)).Reason, StringComparison.Ordinal);
    }

    private static Value.Record Inputs(Value to) => Value.Record.Empty.With("template", Value.Of("draft-submitted")).With("to", to);

    private static Value.Record Recipient(string name, Value mail) => Value.Record.Empty.With("name", Value.Of(name)).With("mail", mail);

    private async Task<WorkerAnswer> PerformAsync(Value.Record inputs, IReadOnlyDictionary<string, string>? own = null)
    {
        await using var db = office.Db(new Scope.CaseOffice(letters.OfficeId));
        var worker = office.Services.GetServices<Worker>().OfType<SendMailWorker>().Single();
        var answer = await worker.PerformAsync(
            new WorkerContext(db, letters.OfficeId, caseId, Guid.CreateVersion7(), Subject: null, "市に知らせる", inputs, office.Clock.GetUtcNow()) { Wordings = own ?? new Dictionary<string, string>(StringComparer.Ordinal) }, CancellationToken.None);
        await db.SaveChangesAsync();
        return answer;
    }

    private async Task<List<SentMail>> MailsAsync()
    {
        await using var db = office.Db();
        return await db.Mails.Where(mail => mail.CaseId == caseId).OrderBy(mail => mail.Id).ToListAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : SendMailWorkerTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : SendMailWorkerTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

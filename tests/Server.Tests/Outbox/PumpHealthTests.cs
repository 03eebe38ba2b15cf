using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Outbox;

/// <summary>The server with its pump running, as it runs in an office.</summary>
public abstract class PumpHealthTests(RunningOffice office) : IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        office.Settings["Pump:Runs"] = "true";
        await office.InitializeAsync();
    }

    public Task DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task I12_Health_names_the_mail_pump_that_is_stuck_and_is_well_again_when_it_comes_round()
    {
        using var http = office.Client();
        Assert.Equal(HttpStatusCode.OK, await UntilAsync(http, static failing => failing.Count == 0));
        await WriteAsync();
        await office.Letters.Stuck.Task;

        office.Clock.Advance(TimeSpan.FromMinutes(3));
        var stuck = await UntilAsync(http, static failing => failing is [MailPerformer.MailLane]);
        office.Letters.Freed.SetResult();
        var well = await UntilAsync(http, static failing => failing.Count == 0);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (stuck, well));
    }

    /// <summary>The others come round while the clock goes on.</summary>
    private async Task<HttpStatusCode> UntilAsync(HttpClient http, Predicate<List<string>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            if (await AskAsync(http) is var (status, failing) && holds(failing))
            {
                return status;
            }

            office.Clock.Advance(TimeSpan.FromSeconds(4));
        }
    }

    private static async Task<(HttpStatusCode Status, List<string> Failing)> AskAsync(HttpClient http)
    {
        using var answer = await http.GetAsync(new Uri("/health", UriKind.Relative));
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, [.. json.GetProperty("failing").EnumerateArray().Select(static name => name.GetString()!)]);
    }

    private async Task WriteAsync()
    {
        var now = office.Clock.GetUtcNow();
        await using var db = office.Db();
        db.Outbox.Add(new OutboxEntry
        {
            Id = Guid.CreateVersion7(),
            OfficeId = Guid.CreateVersion7(),
            Kind = StuckLetterPerformer.EntryKind,
            Payload = "",
            WrittenAt = now,
            DueAt = now,
        });
        await db.SaveChangesAsync();
    }

    public sealed class OnSqlite() : PumpHealthTests(new RunningOffice.OnSqlite());

    public sealed class OnPostgres() : PumpHealthTests(new RunningOffice.OnPostgres());
}

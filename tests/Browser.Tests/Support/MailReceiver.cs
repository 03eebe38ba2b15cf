using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace OfficeWorkflow.Browser.Tests.Support;

/// <summary>
/// The mail server that an office sends by, and the mailboxes of all the world behind it: Debian's python3-aiosmtpd on loopback, which ./check
/// installs. What it does with the mail to an address is said beforehand.
/// </summary>
public sealed class MailReceiver : IDisposable
{
    /// <summary>Takes the mail and breaks off without an answer.</summary>
    public const string BreaksOff = "drop";

    private const string Script = """
        import asyncio, email, email.policy, json, sys
        from aiosmtpd.smtp import SMTP
        trouble = json.loads(sys.argv[1])

        class Handler:
            async def handle_RCPT(self, server, session, envelope, address, options):
                answer = trouble.get(address, '250 OK')
                if answer[0] in '45':
                    return answer
                envelope.rcpt_tos.append(address)
                return '250 OK'

            async def handle_DATA(self, server, session, envelope):
                if trouble.get(envelope.rcpt_tos[0]) == 'drop':
                    server.transport.abort()
                    return '451 gone'
                mail = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
                print(json.dumps({'to': envelope.rcpt_tos[0], 'subject': mail['Subject'], 'id': mail['Message-ID'],
                    'html': mail.get_body(('html',)).get_content()}), flush=True)
                return '250 2.0.0 taken'

        async def main():
            server = await asyncio.get_event_loop().create_server(lambda: SMTP(Handler()), '127.0.0.1', 0)
            print(server.sockets[0].getsockname()[1], flush=True)
            await server.serve_forever()
        asyncio.run(main())
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly Process process;
    private readonly List<Taken> taken = [];

    private MailReceiver(Process process) => this.process = process;

    public int Port { get; private set; }

    /// <param name="trouble">What happens to the mail of an address, such as <c>550 5.1.1 unknown</c>, or <see cref="BreaksOff"/>; all other mail is taken.</param>
    public static async Task<MailReceiver> StartAsync(IReadOnlyDictionary<string, string> trouble)
    {
        var server = new Process
        {
            StartInfo = new ProcessStartInfo("/usr/bin/python3", ["-X", "utf8", "-W", "ignore", "-c", Script, JsonSerializer.Serialize(trouble)])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        var complained = new System.Text.StringBuilder();
        server.ErrorDataReceived += (_, line) => complained.AppendLine(line.Data);
        server.Start();
        server.BeginErrorReadLine();
        var port = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"python3-aiosmtpd does not start:\n{complained}");

        return new MailReceiver(server) { Port = int.Parse(port, CultureInfo.InvariantCulture) };
    }

    /// <summary>The mail that came for an address, or the next that does.</summary>
    public async Task<Taken> ToAsync(string address)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            if (taken.Find(mail => string.Equals(mail.To, address, StringComparison.Ordinal)) is { } mail)
            {
                return mail;
            }

            var line = await process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("The mail server has stopped.");
            taken.Add(JsonSerializer.Deserialize<Taken>(line, JsonSerializerOptions.Web)!);
        }
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    /// <summary>A mail as its recipient's program shows it.</summary>
    public sealed record Taken(string To, string Subject, string Id, string Html);
}

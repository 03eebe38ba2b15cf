using System.Net.Sockets;
using System.Text;
using OfficeWorkflow.Server.Channels.Mail.Smtp;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Smtp;

/// <summary>
/// A mail server that misbehaves on purpose, the same way to each who connects. For a verb of its script it says that line instead of its usual one;
/// <c>drop</c> closes the connection there, <c>silence</c> says nothing until the test is over, and <c>slow</c> nothing until the test lets it speak.
/// </summary>
internal sealed class ScriptedServer : LoopbackServer
{
    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["greeting"] = "220 scripted",
        ["EHLO"] = "250-scripted\r\n250 8BITMIME",
        ["MAIL"] = "250 OK",
        ["RCPT"] = "250 OK",
        ["DATA"] = "354 go on",
        ["body"] = "",
        ["."] = "250 taken",
        ["QUIT"] = "221 bye",
    };

    private readonly Dictionary<string, string> script;
    private readonly TaskCompletionSource speaking = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ScriptedServer(params (string Verb, string Reply)[] script)
    {
        this.script = new Dictionary<string, string>(Usual, StringComparer.Ordinal);

        foreach (var (verb, reply) in script)
        {
            this.script[verb] = reply;
        }
    }

    /// <summary>Set when the server has heard the verb that it keeps silent about.</summary>
    public TaskCompletionSource Silent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What it says at last where it is slow; null for its usual answer.</summary>
    public string? Slowly { get; init; }

    /// <summary>Says at last what it was slow to say.</summary>
    public void Speak() => speaking.TrySetResult();

    public SmtpSettings Settings => new("127.0.0.1", Port, SmtpSecurity.None)
    {
        Patience = TimeSpan.FromSeconds(20),
        LastPatience = TimeSpan.FromSeconds(20),
    };

    protected override async Task ConverseAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);

        for (var verb = "greeting"; verb is not null && await SayAsync(stream, verb);)
        {
            verb = verb is "DATA" && script["DATA"].StartsWith('3') ? await HearBodyAsync(reader, stream) : await HearAsync(reader);
        }
    }

    private async Task<bool> SayAsync(NetworkStream stream, string verb)
    {
        switch (script.GetValueOrDefault(verb, "500 what?"))
        {
            case "drop":
                return false;
            case "silence":
                Silent.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, Over);
                return false;
            case "slow":
                Silent.TrySetResult();
                await speaking.Task.WaitAsync(Over);
                await stream.WriteAsync(Encoding.UTF8.GetBytes((Slowly ?? Usual[verb]) + "\r\n"), Over);
                return true;
            case { Length: > 0 } reply:
                await stream.WriteAsync(Encoding.UTF8.GetBytes(reply + "\r\n"), Over);
                return true;
            default:
                return true;
        }
    }

    private async Task<string?> HearAsync(StreamReader reader)
    {
        var line = await reader.ReadLineAsync(Over);

        if (line is not null)
        {
            Hear(line);
        }

        return line?.Split(' ')[0];
    }

    private async Task<string?> HearBodyAsync(StreamReader reader, NetworkStream stream)
    {
        if (!await SayAsync(stream, "body"))
        {
            return null;
        }

        string? line;

        while ((line = await reader.ReadLineAsync(Over)) is not null and not ".")
        {
            Hear(line);
        }

        return line;
    }
}

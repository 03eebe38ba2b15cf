using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.People.Tokens;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App;

/// <summary>What the server does when it is called with a command instead of being started.</summary>
internal static class Commands
{
    /// <returns>The exit code; null when there is no command and the server is to be started.</returns>
    public static async Task<int?> RunAsync(WebApplication app, IReadOnlyList<string> args, CancellationToken stop) => args switch
    {
        ["token", "create", "--person", var mail, ..] => await CreateTokenAsync(app, mail, stop),
        ["token", ..] => await UsageAsync(),
        _ => null,
    };

    private static async Task<int> CreateTokenAsync(WebApplication app, string mail, CancellationToken stop)
    {
        var clock = app.Services.GetRequiredService<TimeProvider>();
        switch (await CreateToken.HandleAsync(mail, app.Services.GetRequiredService<OfficeDbs>(), clock, stop))
        {
            case Outcome<string>.Done done:
                await Console.Out.WriteLineAsync(done.Value);
                return 0;
            case Outcome<string>.Refused no:
                await Console.Error.WriteLineAsync(no.Refusal.Reason);
                return 1;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<int> UsageAsync()
    {
        await Console.Error.WriteLineAsync("usage: Server token create --person MAIL [--data DIR]");
        return 2;
    }
}

using OfficeWorkflow.Server.App;
using OfficeWorkflow.Server.App.Backups;

if (await VerifyCommand.RunAsync(args, Console.Out, Console.Error) is { } verified)
{
    return verified;
}

var builder = WebApplication.CreateBuilder(CommandLine.Translate(args));
builder.AddOfficeWorkflow();
await using var app = builder.Build();
if (await BackupCommands.RunAsync(app, args, app.Lifetime.ApplicationStopping) is { } done)
{
    return done;
}

var greeting = await app.PrepareAsync(app.Lifetime.ApplicationStopping);
if (await Commands.RunAsync(app, args, app.Lifetime.ApplicationStopping) is { } code)
{
    return code;
}

app.MapOfficeWorkflow();
await app.StartAsync();
await Console.Out.WriteLineAsync(greeting(app.Urls));
await app.WaitForShutdownAsync();
return 0;

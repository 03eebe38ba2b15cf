using OfficeWorkflow.Server.App;

var builder = WebApplication.CreateBuilder(CommandLine.Translate(args));
builder.AddOfficeWorkflow();
var app = builder.Build();
var greeting = await app.PrepareAsync(app.Lifetime.ApplicationStopping);
app.MapOfficeWorkflow();
await app.StartAsync();
await Console.Out.WriteLineAsync(greeting(app.Urls));
await app.WaitForShutdownAsync();

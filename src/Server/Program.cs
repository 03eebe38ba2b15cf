using OfficeWorkflow.Server.App;

var builder = WebApplication.CreateBuilder(CommandLine.Translate(args));
builder.AddOfficeWorkflow();
var app = builder.Build();
await app.PrepareAsync(app.Lifetime.ApplicationStopping);
app.MapOfficeWorkflow();
await app.RunAsync();

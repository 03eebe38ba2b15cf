using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App;

/// <summary>Contents: what the server is made of, one line per feature.</summary>
internal static class Services
{
    public static void AddOfficeWorkflow(this WebApplicationBuilder builder)
    {
        var settings = Settings.From(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddStorage(settings);
        builder.Services.AddPages();
        builder.Services.AddPeople(Path.Combine(settings.DataDirectory, "keys", "sessions"));
    }

    private static void AddStorage(this WebApplicationBuilder builder, Settings settings)
    {
        var configuration = builder.Configuration;
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton(_ => settings.Database(configuration, []));
        builder.Services.AddSingleton<OfficeDbs>();
        builder.Services.AddScoped(static services =>
        {
            var request = services.GetRequiredService<IHttpContextAccessor>();
            return new OfficeDb(services.GetRequiredService<Database>(), () => RequestScope.Of(request.HttpContext));
        });
    }
}

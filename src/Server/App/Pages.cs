using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.WebEncoders;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App;

/// <summary>What every page needs: rendering, its frame, and limits on what is posted.</summary>
internal static class Pages
{
    private const int MostFields = 20_000;

    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(static options => options.Cookie.Name = "office-form");

        // Japanese is text, not entities.
        services.Configure<WebEncoderOptions>(static options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<FormOptions>(static options =>
        {
            options.ValueCountLimit = MostFields;
            options.MultipartBodyLengthLimit = UploadLimit.Most;
        });
        services.AddCascadingValue(static services => FrameOf(services));
    }

    private static ShellFrame FrameOf(IServiceProvider services)
    {
        var http = services.GetRequiredService<IHttpContextAccessor>().HttpContext;
        var isRehearsal = services.GetRequiredService<Settings>().IsRehearsal;
        return new ShellFrame(
            http is null ? null : Session.ViewerOf(http.User),
            MenuEntries.All,
            isRehearsal ? services.GetRequiredService<TimeProvider>().GetUtcNow() : null,
            http is null || !HttpMethods.IsGet(http.Request.Method) ? "/" : http.Request.Path + http.Request.QueryString);
    }
}

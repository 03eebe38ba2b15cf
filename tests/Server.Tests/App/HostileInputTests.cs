using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App;

/// <summary>Whatever is typed into any field of any address, the server answers with a page or a problem and never breaks.</summary>
public abstract class HostileInputTests(RunningOffice office)
{
    private static readonly string[] Texts =
    [
        "𠮷野家の髙橋様",
        "a\0b\u0007",
        new string('髙', 2_000),
        "9999-99-99 99:99",
        "' OR 1=1 --<script>{{#each}}",
    ];

    [Fact]
    public async Task No_text_in_any_field_of_any_address_breaks_the_server()
    {
        var foreign = await ForeignOffice.OpenAsync(office);
        var staff = await Staff.JoinAsync(office, Door.Everything, foreign.Offices[0]);
        var caller = await ApiCaller.OfAsync(office, staff);
        var door = await Door.OpenAsync(office, staff);
        var wrong = new List<string>();
        foreach (var address in Addresses.AllOf(office).Where(static address => address.Pattern.RawText is not ("/sign-out" or "/account/password")))
        {
            Task<HttpResponseMessage> AskAsync(Guid id, string text) =>
                door.AskAsync((http, token) => SendAsync(address, id, text, address.IsApi ? caller.Http : http, token));

            var id = await KnownAsync(address, foreign.Ids, AskAsync);
            foreach (var text in Texts)
            {
                using var answer = await AskAsync(id, text);
                if ((int)answer.StatusCode >= 500)
                {
                    wrong.Add($"{address} {(int)answer.StatusCode} {text[..Math.Min(8, text.Length)]}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>An id that the address knows, so that the text is looked at.</summary>
    private static async Task<Guid> KnownAsync(Addresses address, IReadOnlyList<Guid> ids, Func<Guid, string, Task<HttpResponseMessage>> askAsync)
    {
        foreach (var id in address.HasId ? ids : [])
        {
            using var answer = await askAsync(id, Texts[0]);
            if (answer.StatusCode is not HttpStatusCode.NotFound)
            {
                return id;
            }
        }

        return ids[0];
    }

    private async Task<HttpResponseMessage> SendAsync(Addresses address, Guid id, string text, HttpClient http, string token)
    {
        var names = NamesOf(address).ToList();
        var query = string.Join('&', names.Where(static name => name.Source == BindingSource.Query).Select(name => $"{name.Name}={Uri.EscapeDataString(text)}"));
        using var request = new HttpRequestMessage(
            new HttpMethod(address.Method), new Uri($"{address.With(id, text.Replace("\0", "", StringComparison.Ordinal)[..Math.Min(60, text.Length - 1)])}?{query}", UriKind.Relative));
        if (!HttpMethod.Get.Equals(request.Method))
        {
            var fields = names.Where(static name => name.Source != BindingSource.Query).Select(name => KeyValuePair.Create(name.Name, text));
            request.Content = address.IsApi
                ? new StringContent(JsonSerializer.Serialize(fields.DistinctBy(static field => field.Key).ToDictionary()), Encoding.UTF8, "application/json")
                : new FormUrlEncodedContent(fields.Append(KeyValuePair.Create("__RequestVerificationToken", token)));
        }

        return await http.SendAsync(request);
    }

    /// <summary>What the address reads from query, form and body; what a handler reads by itself is guessed by the names of the pages.</summary>
    private IEnumerable<(string Name, BindingSource Source)> NamesOf(Addresses address)
    {
        var described = office.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items
            .SelectMany(static group => group.Items)
            .Where(one => string.Equals(one.HttpMethod, address.Method, StringComparison.Ordinal)
                && string.Equals("/" + one.RelativePath, Plain(address), StringComparison.Ordinal))
            .SelectMany(static one => one.ParameterDescriptions)
            .Where(static parameter => parameter.Source != BindingSource.Path && parameter.Source != BindingSource.Services)
            .SelectMany(Fields);
        return described.Concat([("reason", BindingSource.Form), ("content", BindingSource.Form), ("operationId", BindingSource.Form), ("code", BindingSource.Form)]);
    }

    private static IEnumerable<(string Name, BindingSource Source)> Fields(ApiParameterDescription parameter) =>
        parameter.Type is { IsClass: true } type && type != typeof(string)
            ? type.GetProperties().Select(property => (JsonNamingPolicy.CamelCase.ConvertName(property.Name), parameter.Source))
            : [(parameter.Name, parameter.Source)];

    private static string Plain(Addresses address) => System.Text.RegularExpressions.Regex.Replace(
        address.Pattern.RawText!.TrimEnd('/'), @"\{(\w+):\w+\}", "{$1}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : HostileInputTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : HostileInputTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

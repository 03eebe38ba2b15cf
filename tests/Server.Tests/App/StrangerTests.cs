using System.Net;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App;

/// <summary>
/// Walks all addresses with the ids of another office: as somebody who may do everything in their own office, and as nobody. Neither
/// reads a word of it, changes it, or sees the server break.
/// </summary>
public abstract class StrangerTests(RunningOffice office)
{
    private const string Key = "hidden-procedure";

    private static readonly string[] Queries = ["case", "subject", "client", "finished", "procedure", "person", "document", "plan", "meeting"];

    [Fact]
    public async Task L2_L4_What_is_another_offices_does_not_exist_for_a_stranger()
    {
        var foreign = await ForeignOffice.OpenAsync(office);
        var staff = await Staff.JoinAsync(office, Door.Everything);
        var caller = await ApiCaller.OfAsync(office, staff);
        var door = await Door.OpenAsync(office, staff);
        var before = await foreign.StandAsync();
        var wrong = new List<string>();
        foreach (var address in Addresses.AllOf(office).Where(static address => address.Pattern.RawText is not "/sign-out"))
        {
            foreach (var id in address.HasId ? foreign.Ids : foreign.Ids.Take(1))
            {
                using var answer = await door.AskAsync((http, token) => SendAsync(address, id, address.IsApi ? caller.Http : http, token));
                var html = await answer.Content.ReadAsStringAsync();
                if ((address.HasId && answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity or HttpStatusCode.UnsupportedMediaType)) || IsBroken(answer) || Tells(html))
                {
                    wrong.Add($"{address} {(int)answer.StatusCode}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct(StringComparer.Ordinal)));
        Assert.Equal(before, await foreign.StandAsync());
    }

    [Fact]
    public async Task Nobody_is_shown_anything_but_the_way_in()
    {
        var foreign = await ForeignOffice.OpenAsync(office);
        using var http = office.Client();
        var wrong = new List<string>();
        foreach (var address in Addresses.AllOf(office))
        {
            foreach (var id in address.HasId ? foreign.Ids : foreign.Ids.Take(1))
            {
                using var answer = await SendAsync(address, id, http, token: null);
                var html = await answer.Content.ReadAsStringAsync();
                if ((address.HasId && !IsTurnedAway(answer)) || IsBroken(answer) || Tells(html))
                {
                    wrong.Add($"{address} {(int)answer.StatusCode}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct(StringComparer.Ordinal)));
    }

    private static bool IsBroken(HttpResponseMessage answer) => (int)answer.StatusCode >= 500 && answer.StatusCode is not HttpStatusCode.ServiceUnavailable;

    private static bool Tells(string html) => ForeignOffice.Words.Any(word => html.Contains(word, StringComparison.Ordinal));

    /// <summary>To the sign-in, or refused before anything was looked at.</summary>
    private static bool IsTurnedAway(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.NotFound or HttpStatusCode.BadRequest
        || (answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal));

    private static async Task<HttpResponseMessage> SendAsync(Addresses address, Guid id, HttpClient http, string? token)
    {
        var query = string.Join('&', Queries.Select(name => $"{name}={id}"));
        using var request = new HttpRequestMessage(new HttpMethod(address.Method), new Uri($"{address.With(id, Key)}?{query}", UriKind.Relative));
        if (!HttpMethod.Get.Equals(request.Method))
        {
            request.Content = address.IsApi
                ? new StringContent("""{"operationId":"op","reason":"試し","values":{}}""", System.Text.Encoding.UTF8, "application/json")
                : new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token ?? ""), KeyValuePair.Create("reason", "試し")]);
        }

        return await http.SendAsync(request);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : StrangerTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : StrangerTests(office), IClassFixture<RunningOffice.OnPostgres>;
}

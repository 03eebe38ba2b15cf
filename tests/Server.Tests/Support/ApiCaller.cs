using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.People.Tokens;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>A program that calls the HTTP API with the token of a member of staff.</summary>
internal sealed class ApiCaller(Staff staff, HttpClient http)
{
    public Staff Staff => staff;

    public HttpClient Http => http;

    public static async Task<ApiCaller> JoinAsync(RunningOffice office, string role, Guid? officeId = null, string name = "職員") =>
        await OfAsync(office, await Staff.JoinAsync(office, [role], officeId, name));

    public static async Task<ApiCaller> OfAsync(RunningOffice office, Staff staff)
    {
        var made = await CreateToken.HandleAsync(staff.Mail, office.Dbs, office.Clock, CancellationToken.None);
        var http = office.Client();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Assert.IsType<Outcome<string>.Done>(made).Value);
        return new ApiCaller(staff, http);
    }

    public Task<JsonElement> GetAsync(string path) => http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));

    public Task<(HttpStatusCode Status, JsonElement Json)> AskAsync(string path) =>
        AnswerAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)));

    public Task<(HttpStatusCode Status, JsonElement Json)> SendAsync(string path, object body, string? key = null) =>
        SendAsync(path, JsonContent.Create(body), key);

    /// <summary>The body as it stands, wrong as it may be.</summary>
    public Task<(HttpStatusCode Status, JsonElement Json)> SendTextAsync(string path, string body) =>
        SendAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), key: null);

    public Task<(HttpStatusCode Status, JsonElement Json)> PutAsync(string path, string source) =>
        AnswerAsync(new HttpRequestMessage(HttpMethod.Put, new Uri(path, UriKind.Relative))
        {
            Content = new StringContent(source, Encoding.UTF8, "application/xml"),
        });

    private Task<(HttpStatusCode Status, JsonElement Json)> SendAsync(string path, HttpContent content, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return AnswerAsync(request);
    }

    private async Task<(HttpStatusCode Status, JsonElement Json)> AnswerAsync(HttpRequestMessage request)
    {
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}

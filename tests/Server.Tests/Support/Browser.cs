using System.Net;
using System.Text.RegularExpressions;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>Gets pages, fills their forms and posts them as a browser without scripts does, cookies and hidden fields included.</summary>
public sealed partial class Browser(HttpClient http)
{
    public HttpClient Http => http;

    /// <summary>The page last shown.</summary>
    public string Html { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the last answer leads, if it redirects.</summary>
    public string? Location { get; private set; }

    /// <summary>What a person reads: the page without its marks.</summary>
    public string Text => Spaces().Replace(WebUtility.HtmlDecode(Marks().Replace(Html, " ")), " ");

    public async Task<HttpStatusCode> GetAsync(string path) => await ShowAsync(await http.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Opens work, and takes it on where nobody has it: only then its form is shown.</summary>
    public async Task<HttpStatusCode> TakeAsync(Guid workId)
    {
        await GetAsync($"/work/{workId}");
        if (Html.Contains($"action=\"/work/{workId}/claim\"", StringComparison.Ordinal))
        {
            await PostAsync($"/work/{workId}/claim");
            await FollowAsync();
        }

        return Status;
    }

    /// <summary>Follows redirects of the last answer.</summary>
    public async Task FollowAsync()
    {
        while (Location is { } next)
        {
            await GetAsync(next);
        }
    }

    /// <summary>Posts the form of the page shown that leads to <paramref name="action"/>, with its values, changed as given.</summary>
    public async Task<HttpStatusCode> PostAsync(string action, params IEnumerable<(string Name, string Value)> changes)
    {
        var form = FormOf(action);
        return await SendAsync(form, action, Changed(form, [.. changes]));
    }

    /// <summary>The same with a file chosen.</summary>
    public async Task<HttpStatusCode> PostAsync(
        string action, IReadOnlyList<(string Name, string Value)> changes, (string Name, string FileName, byte[] Bytes) file)
    {
        var fields = Changed(FormOf(action), changes);
        using var parts = new MultipartFormDataContent { { new ByteArrayContent(file.Bytes), file.Name, file.FileName } };
        foreach (var (name, value) in fields)
        {
            parts.Add(new StringContent(value), name);
        }

        return await ShowAsync(await http.PostAsync(new Uri(action, UriKind.Relative), parts));
    }

    /// <summary>Stands on a page as it was, whatever happened since.</summary>
    public Task ShowAsync(string html)
    {
        Html = html;
        return Task.CompletedTask;
    }

    /// <summary>The same page in another tab.</summary>
    public Browser Again() => new(http) { Html = Html };

    /// <summary>What a control of the page holds.</summary>
    public string? ValueOf(string name) => Fields(Html).Where(field => string.Equals(field.Key, name, StringComparison.Ordinal)).Select(static field => field.Value).FirstOrDefault();

    /// <summary>Where the first link of the page leads whose words begin so.</summary>
    public string LinkTo(string words)
    {
        var link = Regex.Match(Html, $"<a [^>]*href=\"(?<address>[^\"]+)\"[^>]*>\\s*{Regex.Escape(words)}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        return link.Success ? WebUtility.HtmlDecode(link.Groups["address"].Value) : throw new InvalidOperationException($"The page has no link {words}:\n{Text}");
    }

    private static List<KeyValuePair<string, string>> Changed(string form, IReadOnlyList<(string Name, string Value)> changes)
    {
        var fields = Fields(form).ToList();
        foreach (var name in changes.Select(static change => change.Name).Distinct(StringComparer.Ordinal))
        {
            fields.RemoveAll(field => string.Equals(field.Key, name, StringComparison.Ordinal));
        }

        fields.AddRange(changes.Select(static change => KeyValuePair.Create(change.Name, change.Value)));
        return fields;
    }

    private async Task<HttpStatusCode> SendAsync(string form, string action, List<KeyValuePair<string, string>> fields)
    {
        if (!form.Contains("multipart/form-data", StringComparison.Ordinal))
        {
            using var content = new FormUrlEncodedContent(fields);
            return await ShowAsync(await http.PostAsync(new Uri(action, UriKind.Relative), content));
        }

        using var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            parts.Add(new StringContent(value), name);
        }

        return await ShowAsync(await http.PostAsync(new Uri(action, UriKind.Relative), parts));
    }

    private string FormOf(string action) =>
        Forms().Matches(Html).Select(static form => form.Value)
            .FirstOrDefault(form => WebUtility.HtmlDecode(form).Contains($"action=\"{action}\"", StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"The page has no form to {action}:\n{Text}");

    private async Task<HttpStatusCode> ShowAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Html = await answer.Content.ReadAsStringAsync();
            Location = answer.Headers.Location?.ToString();
            return Status = answer.StatusCode;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(string html)
    {
        foreach (var control in Controls().Matches(html).Select(static match => match))
        {
            var attributes = Attributes().Matches(control.Groups["attributes"].Value)
                .DistinctBy(static match => match.Groups["name"].Value, StringComparer.Ordinal)
                .ToDictionary(static match => match.Groups["name"].Value, static match => WebUtility.HtmlDecode(match.Groups["value"].Value), StringComparer.Ordinal);
            if (!attributes.TryGetValue("name", out var name) || IsLeftOut(attributes))
            {
                continue;
            }

            yield return KeyValuePair.Create(name, control.Groups["kind"].Value switch
            {
                "textarea" => WebUtility.HtmlDecode(control.Groups["body"].Value),
                "select" => Chosen(control.Groups["body"].Value),
                _ => attributes.GetValueOrDefault("value") ?? (attributes.GetValueOrDefault("type") is "checkbox" or "radio" ? "on" : ""),
            });
        }
    }

    private static bool IsLeftOut(Dictionary<string, string> attributes) =>
        attributes.GetValueOrDefault("type") is "file" or "submit"
        || (attributes.GetValueOrDefault("type") is "checkbox" or "radio" && !attributes.ContainsKey("checked"));

    private static string Chosen(string options)
    {
        var all = OptionsOf().Matches(options);
        var chosen = all.FirstOrDefault(static option => option.Value.Contains(" selected", StringComparison.Ordinal)) ?? all.FirstOrDefault();
        return chosen is null ? "" : WebUtility.HtmlDecode(chosen.Groups["value"].Value);
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, 5000)]
    private static partial Regex Forms();

    [GeneratedRegex("<(?<kind>input)(?<attributes>[^>]*)>|<(?<kind>textarea|select)(?<attributes>[^>]*)>(?<body>.*?)</(?:textarea|select)>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Controls();

    [GeneratedRegex("(?<name>[a-zA-Z-]+)(=\"(?<value>[^\"]*)\")?", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Attributes();

    [GeneratedRegex("<option value(=\"(?<value>[^\"]*)\")?[^>]*>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex OptionsOf();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 5000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+", RegexOptions.None, 5000)]
    private static partial Regex Spaces();
}

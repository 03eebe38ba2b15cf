using System.Net;
using System.Text.RegularExpressions;
using OfficeWorkflow.Server.Tests.Support;
using Xunit.Abstractions;

namespace OfficeWorkflow.Server.Tests.Killing;

/// <summary>Every page that a link leads to, in the demo office with a case begun, as a specialist, its manager and its administrator see it.</summary>
public sealed partial class JapaneseCrawlTests(ITestOutputHelper output)
{
    /// <summary>Names of things that an office calls so too.</summary>
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "API", "BPMN", "CSV", "Enter", "Esc", "Excel", "FAX", "HTTP", "JavaScript", "PDF", "POP", "SMTP", "STARTTLS", "TLS", "csv", "eml", "https", "syukujitsu", "webhook", "xlsx", "zip",
    };

    [Fact]
    public async Task F17_No_page_that_a_link_leads_to_has_an_English_word()
    {
        await using var process = new ServerProcess();
        await process.RehearseAsync(failpoint: null);
        Assert.False(process.HasDied, process.Output);
        var manager = await SignInAsync(process, "k@office-s.example.jp");
        await manager.GetAsync("/lost-password");
        await manager.PostAsync("/lost-password", ("mail", "v@office-s.example.jp"));
        await manager.GetAsync("/cases/new");
        var subject = TypedForm.Of(new System.Text.Json.Nodes.JsonObject { ["subject"] = "label:利用者A" }, manager.Html).Single();
        Assert.Equal(HttpStatusCode.Redirect, await manager.PostAsync("/cases", subject, ("procedure", "plan-creation")));
        await manager.GetAsync("/work");
        Assert.Equal(HttpStatusCode.Redirect, await manager.PostAsync("/rehearsal/clock", ("advance", "P14D")));

        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var foreign = new List<string>();
        foreach (var who in (string[])["x", "k", "j"])
        {
            foreign.AddRange(await CrawlAsync(await SignInAsync(process, $"{who}@office-s.example.jp"), kinds));
        }

        output.WriteLine($"{kinds.Count} kinds of page");
        Assert.All(["/cases/…", "/work/…", "/mail/…", "/clients/…", "/procedures/consent/design", "/settings/mail"], kind => Assert.Contains(kind, kinds));
        output.WriteLine(string.Join('\n', foreign.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
        Assert.Empty(foreign);
    }

    private static async Task<Browser> SignInAsync(ServerProcess process, string mail)
    {
        var browser = new Browser(process.Caller());
        await browser.GetAsync("/sign-in");
        await browser.PostAsync("/sign-in", ("mail", mail), ("password", "demo-office-S"));
        return browser;
    }

    /// <returns>Each word with the kind of page on which it stands.</returns>
    private static async Task<IReadOnlyList<string>> CrawlAsync(Browser browser, HashSet<string> kinds)
    {
        var open = new Queue<string>(["/work"]);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var foreign = new List<string>();
        while (open.TryDequeue(out var address))
        {
            var kind = Id().Replace(Regex.Match(address, "^[^?#]*", RegexOptions.None, TimeSpan.FromSeconds(1)).Value, "…");
            seen[kind] = seen.GetValueOrDefault(kind) + 1;
            if (seen[kind] > 2 || kind is "/sign-out" || await browser.GetAsync(address) is not HttpStatusCode.OK || !browser.Html.StartsWith("<!DOCTYPE html>", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            // What only a program tells apart is no word of the office either, whichever letters it has by chance.
            var read = Address().Replace(browser.Text, " ");
            foreign.AddRange(Id().Matches(read).Select(id => $"{id.Value} on {kind}"));
            foreign.AddRange(Word().Matches(Id().Replace(read, " ")).Select(static word => word.Value).Where(static word => !Known.Contains(word)).Select(word => $"{word} on {kind}"));
            foreach (var link in Link().Matches(browser.Html).Select(static link => WebUtility.HtmlDecode(link.Groups["address"].Value)))
            {
                open.Enqueue(link);
            }
        }

        kinds.UnionWith(seen.Keys);
        return foreign;
    }

    [GeneratedRegex("href=\"(?<address>/[^\"/][^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    /// <summary>Mail and web addresses, folders, seals, and what is filled into a wording.</summary>
    [GeneratedRegex(@"\S+@\S+|https?://\S+|\S+/\S+|\b[0-9a-f]{16,}\b|\{\{.*?\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("[A-Za-z]{3,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}

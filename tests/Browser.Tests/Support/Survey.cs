using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OfficeWorkflow.Browser.Tests.Support;

/// <summary>Looks once at every kind of page that a walk meets, and writes down what is wrong with it.</summary>
internal sealed partial class Survey
{
    private readonly HashSet<string> kinds = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];

    public IReadOnlyList<string> Faults => faults;

    /// <summary>Kinds of pages looked at: addresses without what tells one page of a kind from another.</summary>
    public IReadOnlySet<string> Kinds => kinds;

    /// <param name="state">What sets the page apart from others of its address, such as the form it asks for.</param>
    public async Task LookAsync(IPage page, string state = "")
    {
        var kind = KindOf(page.Url) + state;
        if (kinds.Add(kind))
        {
            faults.AddRange(await page.FaultsAsync(FileName().Replace(kind, "-").Trim('-')));
        }
    }

    /// <summary>Follows every link to a kind of page not seen yet, from the pages given on.</summary>
    public async Task CrawlAsync(IPage page, params string[] from)
    {
        var ahead = new Queue<string>(from);
        var met = new HashSet<string>(kinds, StringComparer.Ordinal);
        while (ahead.TryDequeue(out var address))
        {
            await page.GotoAsync(address);
            await LookAsync(page);
            foreach (var next in await LinksAsync(page))
            {
                if (met.Add(KindOf(next)) && await IsPageAsync(page, next))
                {
                    ahead.Enqueue(next);
                }
            }
        }
    }

    private static Task<string[]> LinksAsync(IPage page) => page.EvaluateAsync<string[]>(
        "() => [...document.querySelectorAll('a[href]')].map(a => new URL(a.href)).filter(a => a.origin === location.origin).map(a => a.pathname + a.search)");

    private static async Task<bool> IsPageAsync(IPage page, string address)
    {
        var answer = await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), address).ToString());

        return answer.Headers.TryGetValue("content-type", out var type) && type.StartsWith("text/html", StringComparison.Ordinal)
            && KindOf(answer.Url).Equals(KindOf(address), StringComparison.Ordinal);
    }

    private static string KindOf(string address)
    {
        var url = new Uri(new Uri("http://localhost"), address);
        var path = Ids().Replace(Keys().Replace(Secrets().Replace(url.AbsolutePath, "/g/{link}"), "$1{key}"), "{id}");

        return path + Scope().Match(url.Query).Value;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.NonBacktracking)]
    private static partial Regex Ids();

    [GeneratedRegex("(/procedures/|/mail/templates/)[^/]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Keys();

    [GeneratedRegex("^/g/[^/]+", RegexOptions.NonBacktracking)]
    private static partial Regex Secrets();

    [GeneratedRegex("scope=[a-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Scope();

    [GeneratedRegex("[^a-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();
}

using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Procedures;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Tests.Killing;

/// <summary>Everybody of case A, over HTTP: each at a browser of their own, the guests by the links in their mails.</summary>
internal sealed partial class CaseAWalk(Guarded server)
{
    private const string Specialist = "専門員X";
    private const string DemoPassword = "demo-office-S";

    private static readonly JsonArray Steps = JsonNode.Parse(File.ReadAllText(Path.Combine(
        ServerProcess.Repository, "src/Workflows/Procedures/plan-creation/cases/case-a.json")))!["steps"]!.AsArray();

    private static readonly Dictionary<string, string> Mailboxes = new(StringComparer.Ordinal)
    {
        [Specialist] = "x@office-s.example.jp",
        ["事務員V"] = "v@office-s.example.jp",
    };

    /// <summary>Names of the works by the form they ask for.</summary>
    private static readonly Dictionary<string, string> Titles = BuiltIns.All
        .SelectMany(static shipped => ProcedureLibrary.Find(shipped.Source, shipped.Key)!.Nodes.OfType<UserTask>())
        .Select(static task => (Form: (task.Binding?.Input("form")?.Constant as Value.Text)?.Content ?? "", task.Label))
        .DistinctBy(static task => task.Form, StringComparer.Ordinal)
        .ToDictionary(static task => task.Form, static task => task.Label, StringComparer.Ordinal);

    private readonly Dictionary<string, Browser> browsers = new(StringComparer.Ordinal);
    private string caseAddress = "";

    /// <summary>From the first visit to the delivered plan.</summary>
    public async Task WalkAsync()
    {
        await server.StartAsync();
        await StartCaseAsync();
        foreach (var step in Steps.Select(static step => step!.AsObject()))
        {
            if (Text(step, "form") is "meeting-choose")
            {
                await AnswerPollAsync("サビ管P");
                await AnswerPollAsync("市職員M");
            }

            await FinishAsync(step);
            if (Text(step, "form") is "consent-explain" && Text(step, "stage") is "plan")
            {
                await AgreeAsync();
            }
        }

        await server.UntilAsync("end", async () => HasEnded((await ShowAsync(Specialist, caseAddress)).Html) ? caseAddress : null);
    }

    /// <summary>Looks at each mail that may have left, and decides: the first one arrived, the others are sent again.</summary>
    /// <returns>What the mail page said of each.</returns>
    public async Task<IReadOnlyList<string>> DecideAsync()
    {
        await NoneWaitsAsync();
        var list = await ShowAsync(Specialist, "/mail?state=Maybe");
        var told = new List<string>();
        foreach (var mail in MailLinks().Matches(list.Html).Select(static match => match.Groups["address"].Value))
        {
            var page = await ShowAsync(Specialist, mail);
            told.Add(page.Text);
            await (told.Count == 1 ? ArrivedAsync(page, mail) : AgainAsync(page, mail));
        }

        await NoneWaitsAsync();
        return told;
    }

    private Task NoneWaitsAsync() => server.UntilAsync(
        "mail", async () => MailLinks().IsMatch((await ShowAsync(Specialist, "/mail?state=Waiting")).Html) ? null : "none");

    private static async Task ArrivedAsync(Browser page, string mail) =>
        Assert.Equal(HttpStatusCode.Redirect, await page.PostAsync($"{mail}/arrival"));

    private static async Task AgainAsync(Browser page, string mail)
    {
        await page.GetAsync($"{mail}/sending");
        Assert.Equal(HttpStatusCode.Redirect, await page.PostAsync($"{mail}/sending"));
    }

    private async Task StartCaseAsync() => caseAddress = await server.DoAsync("start", async () =>
    {
        var list = await ShowAsync(Specialist, "/cases");
        if (CaseLink().Match(list.Html) is { Success: true } begun)
        {
            return begun.Groups["address"].Value;
        }

        var page = await ShowAsync(Specialist, "/cases/new");
        var subject = TypedForm.Of(new JsonObject { ["subject"] = "label:利用者A" }, page.Html).Single();
        Assert.Equal(HttpStatusCode.Redirect, await page.PostAsync("/cases", subject, ("procedure", "plan-creation")));
        return page.Location!;
    });

    /// <summary>Whoever must, does the work of a form at its time, from the inbox.</summary>
    private async Task FinishAsync(JsonObject step)
    {
        var (form, person) = (Text(step, "form")!, Text(step, "by")!);
        await MoveToAsync(Text(step, "at")!);
        var work = await server.UntilAsync(form, async () => WorkIn((await ShowAsync(person, "/work?scope=all")).Html, Titles[form], Text(step, "addressee")));
        await server.DoAsync(form, async () =>
        {
            var page = await ShowAsync(person, work);
            if (page.Html.Contains($"action=\"{work}/claim\"", StringComparison.Ordinal))
            {
                await page.PostAsync($"{work}/claim");
                await page.GetAsync(work);
            }

            return page.Text.Contains("終わった作業", StringComparison.Ordinal) || await FillAsync(page, work, step["values"]!.AsObject());
        });
    }

    private static async Task<bool> FillAsync(Browser page, string work, JsonObject values)
    {
        if (TypedForm.Counts(values).ToList() is { Count: > 0 } rows)
        {
            await page.PostAsync($"{work}/draft", rows);
            await page.GetAsync(work);
        }

        var typed = TypedForm.Of(values, page.Html).ToList();
        _ = TypedForm.FileIn(values) is { } file
            ? await page.PostAsync($"{work}/completion", typed, (file.Name, file.FileName, Scan))
            : await page.PostAsync($"{work}/completion", typed);
        Assert.True(page.Location?.StartsWith("/work?finished=", StringComparison.Ordinal) is true, page.Text);
        return true;
    }

    private async Task AnswerPollAsync(string name)
    {
        var link = await LinkAsync(name, "会議");
        await server.DoAsync($"poll of {name}", async () =>
        {
            var guest = Guest();
            await guest.GetAsync(link);
            var answers = Radios().Matches(guest.Html).DistinctBy(static radio => radio.Groups["name"].Value, StringComparer.Ordinal)
                .Select(static radio => (radio.Groups["name"].Value, radio.Groups["value"].Value));
            await guest.PostAsync(link, [.. answers]);
            await guest.FollowAsync();
            Assert.Contains("お返事を受け取りました", guest.Text, StringComparison.Ordinal);
            return link;
        });
    }

    private async Task AgreeAsync()
    {
        var link = await LinkAsync("riyousha-a", "ご確認とお返事");
        await server.DoAsync("consent", async () =>
        {
            var guest = Guest();
            await guest.GetAsync(link);
            if (guest.Html.Contains("このリンクは使えません", StringComparison.Ordinal))
            {
                // The answer was committed before the server died.
                return link;
            }

            await guest.PostAsync($"{link}/code", ("code", await CodeAsync()));
            await guest.FollowAsync();
            await guest.PostAsync(link, ("answer", "agreed"), ("name", "利用者A"));
            await guest.FollowAsync();
            await guest.PostAsync(link, ("confirmed", "yes"));
            await guest.FollowAsync();
            Assert.Contains("お返事を受け取りました", guest.Text, StringComparison.Ordinal);
            return link;
        });
    }

    /// <summary>The code is read aloud from the staff's page, never mailed.</summary>
    private async Task<string> CodeAsync()
    {
        var page = await ShowAsync(Specialist, caseAddress);
        await page.GetAsync($"/clients/{Client().Match(page.Html).Groups["id"].Value}/consents");
        await page.GetAsync(First(page, "/consents/"));
        await page.GetAsync(First(page, "/links/"));
        return Code().Match(page.Html).Groups["code"].Value.Replace(" ", "", StringComparison.Ordinal);
    }

    private static string First(Browser page, string start) =>
        Regex.Match(page.Html, $"href=\"(?<address>{start}[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(5)) is { Success: true } link
            ? link.Groups["address"].Value
            : throw new InvalidOperationException($"The page has no link to {start}:\n{page.Text}");

    /// <summary>
    /// The link in the newest mail to somebody, as the mail page shows it once the mail has left: nobody answers a mail before it came, and
    /// one that is answered while it waits is withdrawn.
    /// </summary>
    private async Task<string> LinkAsync(string recipient, string subject) => await server.UntilAsync($"mail to {recipient}", async () =>
    {
        var page = await ShowAsync(Specialist, "/mail?q=" + Uri.EscapeDataString(recipient));
        var mail = MailIn(page.Html, subject);
        if (mail is null || mail == MailIn((await ShowAsync(Specialist, "/mail?state=Waiting&q=" + Uri.EscapeDataString(recipient))).Html, subject))
        {
            return null;
        }

        await page.GetAsync(mail);
        return GuestLink().Match(page.Html).Groups["path"].Value;
    });

    private static string? MailIn(string html, string subject) => MailLinks().Matches(html)
        .FirstOrDefault(match => match.Groups["subject"].Value.Contains(subject, StringComparison.Ordinal))?.Groups["address"].Value;

    /// <summary>Moves the rehearsal's clock forward to a moment in Tokyo.</summary>
    private async Task MoveToAsync(string moment)
    {
        var target = new DateTimeOffset(DateTime.Parse(moment, CultureInfo.InvariantCulture), WorkCalendar.Tokyo.BaseUtcOffset);
        await server.DoAsync($"move to {moment}", async () =>
        {
            var ahead = TimeSpan.FromTicks(long.Parse(await File.ReadAllTextAsync(Path.Combine(server.Server.Rehearsal, "clock")), CultureInfo.InvariantCulture));
            var seconds = (long)(target - (TimeProvider.System.GetUtcNow() + ahead)).TotalSeconds;
            if (seconds > 0)
            {
                var page = await ShowAsync(Specialist, "/work");
                Assert.Equal(HttpStatusCode.Redirect, await page.PostAsync("/rehearsal/clock", ("advance", string.Create(CultureInfo.InvariantCulture, $"PT{seconds}S"))));
            }

            return moment;
        });
    }

    /// <summary>A page before a member of staff, signed in once more where the moved clock has ended the session.</summary>
    private async Task<Browser> ShowAsync(string person, string address)
    {
        if (!browsers.TryGetValue(person, out var browser))
        {
            browser = Guest();
            browsers.Add(person, browser);
        }

        if (await browser.GetAsync(address) is HttpStatusCode.Redirect && browser.Location!.Contains("/sign-in", StringComparison.Ordinal))
        {
            await browser.GetAsync("/sign-in");
            await browser.PostAsync("/sign-in", ("mail", Mailboxes[person]), ("password", DemoPassword));
            await browser.GetAsync(address);
        }

        return browser;
    }

    private Browser Guest() => new(server.Server.Caller());

    private static string? WorkIn(string html, string title, string? addressee) =>
        WorkRows().Matches(html)
            .Where(row => WebUtility.HtmlDecode(row.Groups["title"].Value) == title)
            .Where(row => addressee is null || row.Groups["rest"].Value.Contains("/ " + addressee, StringComparison.Ordinal))
            .Select(static row => row.Groups["address"].Value)
            .FirstOrDefault();

    private static bool HasEnded(string html) => Completed().IsMatch(html);

    private static string? Text(JsonObject step, string name) => step[name]?.GetValue<string>();

    /// <summary>What a scanner would give.</summary>
    private static byte[] Scan { get; } =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray();

    [GeneratedRegex("""<th scope="row"><a href="(?<address>/work/[^"]+)">(?<title>[^<]*)</a>(?<rest>.*?)</th>""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex WorkRows();

    [GeneratedRegex("""href="(?<address>/mail/[0-9a-f-]{36})">(?<subject>[^<]*)<""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex MailLinks();

    [GeneratedRegex("""href="(https?://[^"/]+)?(?<path>/g/[^"]+)"[^>]*""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex GuestLink();

    [GeneratedRegex("""href="(?<address>/cases/[0-9a-f-]{36})""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex CaseLink();

    [GeneratedRegex("""href="/clients/(?<id>[0-9a-f-]{36})""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Client();

    [GeneratedRegex("""class="[^"]*read-code[^"]*"[^>]*>(?<code>[^<]*)<""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Code();

    [GeneratedRegex("""<input type="radio" name="(?<name>[^"]+)" value="(?<value>[^"]+)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Radios();

    [GeneratedRegex("badge-done[^/]*/?[^/]*完了", RegexOptions.None, 5000)]
    private static partial Regex Completed();
}

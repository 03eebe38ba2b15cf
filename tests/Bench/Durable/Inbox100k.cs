using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.App;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.People.Tokens;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Bench.Durable;

/// <summary>
/// The inbox page over HTTP at 100,000 open work items while 20 members of staff claim, finish and give back work over the API: every scope,
/// every filter, the search, the orders and the page after the first, in turn. Once with the writers at a pace beyond any office's, once
/// with writers that never pause.
/// </summary>
internal static partial class Inbox100k
{
    private const string Name = "inbox-100k";
    private const int Writers = 20;
    private const int Rounds = 12;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static Task<Figure[]> OnSqliteAsync() => MeasureAsync(Name, "SQLite in WAL, synchronous=FULL", "--Database:Provider=sqlite");

    public static async Task<Figure[]> OnPostgresAsync()
    {
        using var cluster = PostgresCluster.Start();

        return await MeasureAsync($"{Name}-postgres", "PostgreSQL with fsync", "--Database:Provider=postgres", $"--Database:ConnectionString={cluster.ConnectionString}");
    }

    private static async Task<Figure[]> MeasureAsync(string name, string settings, params string[] database)
    {
        var folder = Directory.CreateTempSubdirectory("office-bench-").FullName;
        var builder = WebApplication.CreateBuilder(["--Empty=true", "--Pump:Runs=false", "--urls=http://127.0.0.1:0", $"--Data={folder}", .. database]);
        builder.AddOfficeWorkflow();
        builder.Logging.ClearProviders();
        Figure[] figures;
        await using (var server = builder.Build())
        {
            await server.PrepareAsync(CancellationToken.None);
            var office = new BigOffice(server.Services);
            await office.FillAsync();
            await Settling.SettleAsync(server.Services.GetRequiredService<OfficeDbs>());
            server.MapOfficeWorkflow();
            await server.StartAsync();
            // Both the pages and the acts are met before they are measured.
            await UnderAsync(name, Pause, Writers, office, server, settings, rounds: 6);
            figures =
            [
                await UnderAsync($"{name}-alone", TimeSpan.Zero, writers: 0, office, server, settings),
                await UnderAsync(name, Pause, Writers, office, server, settings),
                await UnderAsync($"{name}-flat-out", TimeSpan.Zero, Writers, office, server, settings),
            ];
            await server.StopAsync();
        }

        BenchOffice.LetGo(folder);
        return figures;
    }

    private static async Task<Figure> UnderAsync(string name, TimeSpan pause, int writers, BigOffice office, WebApplication server, string settings, int rounds = Rounds)
    {
        var address = new Uri(server.Urls.First());
        var free = await FreeAsync(office);
        using var done = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        var writing = Enumerable.Range(0, writers).Select(number => WriteAsync(number, free, pause, office, server, done.Token)).ToArray();
        var looked = await LookAsync(office, address, rounds);
        await done.CancelAsync();
        var writes = (await Task.WhenAll(writing)).Sum() / watch.Elapsed.TotalSeconds;
        var all = looked.SelectMany(static one => one.Value).Order().ToList();
        var slowest = looked.Select(static one => (one.Key, Median: Median(one.Value))).OrderByDescending(static one => one.Median).Take(3);
        var conditions = string.Create(
            CultureInfo.InvariantCulture,
            $"p95 of {all.Count} pages of {looked.Count} kinds, median {Median(all):0.0}, slowest kinds {string.Join(", ", slowest.Select(static one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Median:0.0}")))}; {BigOffice.Open} open work items, {BigOffice.Members} members, {BigOffice.Clients} clients; {writers} writers, {writes:0} writes/s; {settings}; {Machine.Conditions}");

        return new Figure(name, Math.Round(all[all.Count * 95 / 100], 1), "ms", Limit: null, Ratio: null, conditions);
    }

    private static double Median(List<double> taken) => taken.Order().ElementAt(taken.Count / 2);

    /// <summary>How long each kind of page took, in milliseconds: a manager's, a specialist's and a clerk's in turn.</summary>
    private static async Task<Dictionary<string, List<double>>> LookAsync(BigOffice office, Uri address, int rounds)
    {
        using var manager = new HttpClient { BaseAddress = address };
        using var specialist = new HttpClient { BaseAddress = address };
        using var clerk = new HttpClient { BaseAddress = address };
        await SignInAsync(manager, person: 1);
        await SignInAsync(specialist, person: 20);
        await SignInAsync(clerk, person: 55);
        HttpClient[] people = [manager, specialist, clerk];
        var next = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (kind, path) in Kinds(office, next.GetValueOrDefault("next", "/work?scope=all")))
            {
                var watch = Stopwatch.StartNew();
                var html = await people[round % people.Length].GetStringAsync(new Uri(path, UriKind.Relative));
                watch.Stop();
                if (!html.Contains("id=\"inbox\"", StringComparison.Ordinal))
                {
                    throw new InvalidOperationException($"{path} is no inbox.");
                }

                if (!taken.TryGetValue(kind, out var list))
                {
                    list = [];
                    taken.Add(kind, list);
                }

                list.Add(watch.Elapsed.TotalMilliseconds);
                if (kind is "all" or "next" && Next().Match(html) is { Success: true } found)
                {
                    next["next"] = System.Net.WebUtility.HtmlDecode(found.Groups["address"].Value);
                }
            }
        }

        return taken;
    }

    private static (string Kind, string Path)[] Kinds(BigOffice office, string next)
    {
        var month = TimeProvider.System.GetUtcNow().AddMonths(1).ToString("yyyy-MM", CultureInfo.InvariantCulture);

        return
        [
            ("mine", "/work"),
            ("roles", "/work?scope=roles"),
            ("waiting", "/work?scope=waiting"),
            ("all", "/work?scope=all"),
            ("next", next),
            ("overdue", "/work?scope=overdue"),
            ("priority", "/work?scope=all&sort=priority"),
            ("client-order", "/work?scope=all&sort=client"),
            ("search-name", $"/work?scope=all&q={Uri.EscapeDataString("さとう")}"),
            ("search-one", $"/work?scope=all&q={Uri.EscapeDataString("髙橋 1232")}"),
            ("search-none", $"/work?scope=all&q={Uri.EscapeDataString("いない人")}"),
            ("client", $"/work?scope=all&subject={office.ClientIds[777]}"),
            ("month", $"/work?scope=all&month={month}"),
            ("step", $"/work?scope=all&step={BigOffice.Key(3)}/visit&sort=priority"),
            ("who", $"/work?scope=all&who={office.People[20].Id}"),
            ("nobody-month-client-order", $"/work?scope=roles&who=none&month={month}&sort=client"),
        ];
    }

    private static async Task SignInAsync(HttpClient http, int person)
    {
        var page = await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("mail", string.Create(CultureInfo.InvariantCulture, $"p{person}@example.jp")),
            KeyValuePair.Create("password", BigOffice.SecretOfAll),
            KeyValuePair.Create("__RequestVerificationToken", Token().Match(page).Groups["token"].Value),
        ]);
        using var answer = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), form);

        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"Nobody signs in: {answer.StatusCode}.");
        }
    }

    /// <summary>Takes work that nobody has, then finishes it or gives it back; each writer has a share of its own.</summary>
    /// <param name="ids">The work that nobody has, as all writers know it.</param>
    /// <returns>How many acts were done.</returns>
    private static async Task<int> WriteAsync(int number, List<Guid> ids, TimeSpan pause, BigOffice office, WebApplication server, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        http.DefaultRequestHeaders.Authorization = await TokenAsync(office.People[number + 4].Mail, server);
        var free = new Queue<Guid>(ids.Where((_, place) => place % Writers == number));
        var done = 0;

        // People do not act in one instant: each begins at a moment of its own.
        await WaitAsync(pause * number / Writers, stop);
        while (!stop.IsCancellationRequested && free.TryDequeue(out var id))
        {
            await ActAsync(http, $"/api/v1/work/{id}/claim", new { });
            await WaitAsync(pause, stop);
            if (done % 4 == 0)
            {
                await ActAsync(http, $"/api/v1/work/{id}/completion", new { operationId = $"{number}-{done}", values = new { } });
            }
            else
            {
                await ActAsync(http, $"/api/v1/work/{id}/release", new { });
                free.Enqueue(id);
            }

            await WaitAsync(pause, stop);
            done += 2;
        }

        return done;
    }

    private static async Task<List<Guid>> FreeAsync(BigOffice office)
    {
        await using var db = office.Db();
        return await db.Work.Where(static work => work.EndedAt == null && work.AssigneeId == null && work.Role == null)
            .OrderBy(static work => work.Id).Select(static work => work.Id).ToListAsync();
    }

    private static async Task ActAsync(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{path}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private static async Task WaitAsync(TimeSpan pause, CancellationToken stop) => await Task.Delay(pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static async Task<AuthenticationHeaderValue> TokenAsync(string mail, WebApplication server)
    {
        var made = await CreateToken.HandleAsync(mail, server.Services.GetRequiredService<OfficeDbs>(), TimeProvider.System, CancellationToken.None);

        return new AuthenticationHeaderValue("Bearer", ((Outcome<string>.Done)made).Value);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("href=\"(?<address>/work\\?[^\"]*after=[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Next();
}

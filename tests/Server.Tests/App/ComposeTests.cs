using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using OfficeWorkflow.Server.App;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Tests.App;

/// <summary>What docker-compose.yml says to the server is what the server reads.</summary>
public sealed partial class ComposeTests
{
    private static readonly string Root = RootOf();

    [Fact]
    public void The_server_reads_each_setting_of_the_file_and_means_what_it_says()
    {
        var compose = new Recorded(SettingsIn(File.ReadAllText(Path.Combine(Root, "docker-compose.yml"))));
        var configuration = new ConfigurationBuilder().Add(compose).Build();

        var provider = Settings.Provider(configuration);
        var database = Settings.From(configuration).Database(configuration, []);
        var mail = MailSettings.Of(configuration, "/data", isRehearsal: false);
        var address = new SiteAddress(configuration, new NoServer()).Of("/sign-in");

        Assert.Equal(DatabaseProvider.Postgres, provider);
        Assert.StartsWith("Host=database;Database=office;Username=office;", database.ConnectionString, StringComparison.Ordinal);
        Assert.Equal(("mail", 1025, SmtpSecurity.None, "office@example.jp"), (mail.Smtp!.Host, mail.Smtp.Port, mail.Smtp.Security, mail.From));
        Assert.Equal("http://localhost:5080/sign-in", address);
        Assert.Empty(compose.Names.Except(compose.Asked, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_second_node_is_the_server_once_more_on_another_port_and_the_same_data()
    {
        var text = File.ReadAllText(Path.Combine(Root, "docker-compose.yml"));

        Assert.Matches(@"(?s)  second-node:\s+<<: \*server\s+profiles: \[two-nodes\]\s+ports:\s+- ""127\.0\.0\.1:5081:8080""", text);
        Assert.Matches(@"(?s)  server: &server\s.*?- ""127\.0\.0\.1:5080:8080"".*?- data:/data", text);
        Assert.Equal(["database", "mail", "server", "second-node"], Services().Matches(text[..text.IndexOf("\nvolumes:", StringComparison.Ordinal)]).Select(static match => match.Groups["name"].Value));
        Assert.DoesNotContain('\t', text);
    }

    [Fact]
    public void The_image_listens_where_the_file_looks_and_keeps_its_data_on_the_volume()
    {
        var image = File.ReadAllText(Path.Combine(Root, "src/Server/Dockerfile"));

        Assert.Contains("8080", image, StringComparison.Ordinal);
        Assert.Contains("/data", image, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> SettingsIn(string compose) =>
        Variables().Matches(compose).ToDictionary(
            static match => match.Groups["name"].Value.Replace("__", ":", StringComparison.Ordinal),
            static match => (string?)match.Groups["value"].Value.Trim().Trim('"'),
            StringComparer.OrdinalIgnoreCase);

    private static string RootOf([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    [GeneratedRegex(@"^      (?<name>[A-Z]\w+__\w+): (?<value>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variables();

    [GeneratedRegex(@"^  (?<name>[a-z][a-z-]*):", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Services();

    /// <summary>Settings that remember which of them were asked for.</summary>
    private sealed class Recorded(Dictionary<string, string?> settings) : ConfigurationProvider, IConfigurationSource
    {
        public HashSet<string> Asked { get; } = new(StringComparer.OrdinalIgnoreCase);

        public IEnumerable<string> Names => settings.Keys;

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, out string? value)
        {
            Asked.Add(key);
            return settings.TryGetValue(key, out value);
        }
    }

    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            // There is nothing to let go.
        }
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App;

/// <summary>Who opened what about a person is written down at every address that shows something about one.</summary>
public sealed class RevealingTests(RunningOffice.OnSqlite office) : IClassFixture<RunningOffice.OnSqlite>
{
    private const string Writes = "the use case itself writes it down, once the work is one's own";
    private const string Asks = "a question before an act, with no more than the name of what it is about";
    private const string Empty = "an empty form";
    private const string Office = "about the office, its procedures or its partners, and no client";

    /// <summary>Pages of one thing whose address writes nothing down, and why that is right.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["/api/v1/work/{id:guid}"] = Writes,
        ["/work/{id:guid}"] = Writes,
        ["/work/{id:guid}/plan"] = Asks,
        ["/work/{id:guid}/assignee"] = Asks,
        ["/work/{id:guid}/delegation"] = Asks,
        ["/work/{id:guid}/return"] = Asks,
        ["/work/load/{id:guid}"] = "the titles of a person's work, as everybody's inbox shows them",
        ["/work/filters/{id:guid}"] = "leads to a list",
        ["/arriving/{id:guid}"] = "places in a file and what is wrong there; who brings a file is written down",
        ["/arriving/{id:guid}/undoing"] = Asks,
        ["/cases/{id:guid}/cancellation"] = Asks,
        ["/cases/{id:guid}/timers/{timer:guid}"] = Asks,
        ["/cases/{id:guid}/tokens/{token}"] = Asks,
        ["/api/v1/cases/{id:guid}/tokens"] = "labels of the steps of its procedure",
        ["/api/v1/cases/{id:guid}/tokens/{token}/placement"] = Asks,
        ["/memos/{id:guid}/cases"] = Asks,
        ["/clients/{id:guid}/closing"] = Asks,
        ["/clients/{id:guid}/family/new"] = Empty,
        ["/clients/{id:guid}/certificates/new"] = Empty,
        ["/consents/{id:guid}/withdrawal"] = Asks,
        ["/consents/{id:guid}/witness"] = Asks,
        ["/meetings/{id:guid}/date"] = Asks,
        ["/meetings/{id:guid}/cancellation"] = Asks,
        ["/meetings/{id:guid}/participants/{participant:guid}/removal"] = Asks,
        ["/meetings/{id:guid}/participants/{participant:guid}/answer"] = Empty,
        ["/meetings/{id:guid}/minutes/confirmation"] = Asks,
        ["/mail/{id:guid}/sending"] = Asks,
        ["/mail/{id:guid}/withdrawal"] = Asks,
        ["/mail/{id:guid}/address"] = Asks,
        ["/mail/{id:guid}/sheet"] = "the use case itself writes it down",
        ["/links/{id:guid}"] = "the use case itself writes down whose code was shown",
        ["/sheets/plan/{id:guid}"] = "leads to the paper, whose opening is written down",
        ["/sheets/agreed-plan/{id:guid}"] = "leads to the paper, whose opening is written down",
        ["/sheets/minutes/{id:guid}"] = "leads to the paper, whose opening is written down",
        ["/sheets/monitoring/{id:guid}"] = "leads to the paper, whose opening is written down",
        ["/sheets/consent/{id:guid}"] = "leads to the paper, whose opening is written down",
        ["/sheets/witness/{id:guid}"] = "leads to the paper, whose opening is written down",
        ["/contacts/{id:guid}"] = Office,
        ["/municipalities/{id:guid}"] = Office,
        ["/people/{id:guid}"] = Office,
        ["/people/{id:guid}/second-factor/removal"] = Office,
        ["/procedures/{key}/moves/{id:guid}"] = Office,
        ["/procedures/{key}/requests/{id:guid}"] = Office,
        ["/procedures/{key}/requests/{id:guid}/drawing"] = Office,
        ["/procedures/{key}/trials/{id:guid}/deletion"] = Office,
        ["/providers/{id:guid}"] = Office,
        ["/providers/{id:guid}/basics"] = Office,
        ["/providers/{id:guid}/contacts/new"] = Office,
        ["/providers/{id:guid}/contacts/{contact:guid}"] = Office,
        ["/settings/webhooks/{id:guid}"] = Office,
        ["/settings/webhooks/{id:guid}/removal"] = Office,
    };

    [Fact]
    public void L1_Every_page_of_one_thing_writes_down_who_opened_it_or_has_a_reason_not_to()
    {
        var shown = office.Services.GetServices<EndpointDataSource>().SelectMany(static source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(static endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) ?? true)
            .Where(static endpoint => endpoint.RoutePattern.Parameters.Any(static part => part.ParameterPolicies.Any(static policy => policy.Content is "guid")))
            .ToLookup(static endpoint => endpoint.Metadata.GetMetadata<Revealing.Revealed>() is not null, static endpoint => endpoint.RoutePattern.RawText!.TrimEnd('/'));

        Assert.Equal("", string.Join('\n', shown[false].Except(Others.Keys, StringComparer.Ordinal).Select(static address => "unexplained " + address)
            .Concat(Others.Keys.Except(shown[false], StringComparer.Ordinal).Select(static address => "explained in vain " + address))));
        Assert.NotEmpty(shown[true]);
    }
}

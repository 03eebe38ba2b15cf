using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App;

/// <summary>Every address of the server with its method, as it is mapped, not as somebody remembers it.</summary>
internal sealed partial record Addresses(string Method, RoutePattern Pattern)
{
    public bool HasId => Pattern.Parameters.Any(static parameter => parameter.ParameterPolicies.Any(static policy => policy.Content is "guid"));

    public bool IsApi => Pattern.RawText!.StartsWith("/api", StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Pattern.RawText}";

    public static IReadOnlyList<Addresses> AllOf(RunningOffice office) =>
    [
        .. from endpoint in office.Services.GetServices<EndpointDataSource>().SelectMany(static source => source.Endpoints).OfType<RouteEndpoint>()
           from method in endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           select new Addresses(method, endpoint.RoutePattern),
    ];

    /// <param name="id">For each id in it.</param>
    /// <param name="text">For each other part that is open.</param>
    public string With(Guid id, string text) => Open().Replace(
        Pattern.RawText!,
        open => open.Groups["rule"].Value switch
        {
            "guid" => id.ToString(),
            "int" => "1",
            _ => Uri.EscapeDataString(text),
        });

    [GeneratedRegex(@"\{\**(?<name>\w+)(:(?<rule>\w+)(\([^)]*\))?)?\??\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Open();
}

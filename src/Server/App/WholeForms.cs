using System.Reflection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace OfficeWorkflow.Server.App;

/// <summary>
/// A field that its address asks for and that was not sent is an empty one: the framework would bind the form as nothing, or refuse all of
/// it, and the person would read neither which field it was nor what they had typed.
/// </summary>
internal static class WholeForms
{
    public static void UseWholeForms(this WebApplication app) => app.Use(static async (http, next) =>
    {
        if (http.Request.HasFormContentType && TextFields(http.GetEndpoint()) is { Count: > 0 } asked)
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            if (asked.Any(name => !form.ContainsKey(name)))
            {
                var fields = form.ToDictionary(StringComparer.OrdinalIgnoreCase);
                foreach (var name in asked)
                {
                    fields.TryAdd(name, "");
                }

                http.Features.Set<IFormFeature>(new FormFeature(new FormCollection(fields, form.Files)));
            }
        }

        await next(http);
    });

    /// <summary>The text fields of the record that the handler takes from the form.</summary>
    private static IReadOnlyList<string> TextFields(Endpoint? endpoint) =>
    [
        .. (endpoint?.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [])
            .Where(static parameter => parameter.GetCustomAttributes().OfType<IFromFormMetadata>().Any() && parameter.ParameterType != typeof(string))
            .SelectMany(static parameter => parameter.ParameterType.GetProperties())
            .Where(static property => property.PropertyType == typeof(string) && property.CanWrite)
            .Select(static property => property.Name),
    ];
}

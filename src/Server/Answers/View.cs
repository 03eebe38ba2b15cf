using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace OfficeWorkflow.Server.Answers;

/// <summary>Answers with a page: a component that is a pure function of its <c>Model</c>.</summary>
public static class View
{
    public static RazorComponentResult<TPage> Of<TPage, TModel>(TModel model, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model }) { StatusCode = status };
}

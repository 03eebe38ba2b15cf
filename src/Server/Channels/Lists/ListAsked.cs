using System.Globalization;
using System.Security.Claims;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Lists;

/// <summary>Who asks for a list, and what its address narrows it to.</summary>
internal sealed record ListAsked(ClaimsPrincipal User, IQueryCollection Query, OfficeDb Db)
{
    public string? Text(string name) => Query[name].FirstOrDefault() is { Length: > 0 } text ? text : null;

    public Guid? Id(string name) => Guid.TryParse(Text(name), out var id) ? id : null;

    public int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool IsSet(string name) => string.Equals(Text(name), "true", StringComparison.OrdinalIgnoreCase);
}

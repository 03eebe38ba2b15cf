using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People.Tokens;

/// <summary>Recognizes the bearer token of a request under /api; the person's roles are read anew each time.</summary>
internal sealed class TokenScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, OfficeDbs dbs, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "token";

    private const string Bearer = "Bearer ";

    public static bool IsIn(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsIn(Request))
        {
            return AuthenticateResult.NoResult();
        }

        await using var db = dbs.Open(new Scope.System("sign-in"));
        var hash = CreateToken.Hash(Request.Headers.Authorization.ToString()[Bearer.Length..].Trim());
        var token = await db.Set<ApiToken>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Hash == hash && row.RevokedAt == null, Context.RequestAborted);
        var user = token is null ? null : await Session.OfAsync(dbs, token.PersonId, officeId: null, Name, clock, Context.RequestAborted);
        return user is null
            ? AuthenticateResult.Fail("The token is unknown or no longer holds.")
            : AuthenticateResult.Success(new AuthenticationTicket(user, Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}

using Microsoft.AspNetCore.DataProtection;

namespace OfficeWorkflow.Server.People.SecondFactors;

/// <summary>Keeps what must not be read from a copy of the database, and hands out what a browser must not change.</summary>
internal sealed class SecretBox(IDataProtectionProvider protection)
{
    private readonly IDataProtector factors = protection.CreateProtector("second-factor");
    private readonly ITimeLimitedDataProtector halves = protection.CreateProtector("half-signed-in").ToTimeLimitedDataProtector();

    public string Close(byte[] secret) => Convert.ToBase64String(factors.Protect(secret));

    public byte[] Open(string closed) => factors.Unprotect(Convert.FromBase64String(closed));

    /// <summary>Says that a person's password was right, to be shown again with the second factor.</summary>
    public string HalfOf(HalfSignIn half, TimeSpan holds) => halves.Protect($"{half.PersonId:n}|{half.Stamp}|{half.Back}", holds);

    /// <returns>Null when it is too old or not ours.</returns>
    public HalfSignIn? HalfIn(string? text)
    {
        try
        {
            return text is not null && halves.Unprotect(text).Split('|', 3) is [var person, var stamp, var back]
                ? new HalfSignIn(Guid.Parse(person), stamp, back)
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}

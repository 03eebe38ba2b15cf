using Microsoft.AspNetCore.Identity;
using OfficeWorkflow.Server.Answers;

namespace OfficeWorkflow.Server.People;

/// <summary>What a password must be, and how it is kept: ASP.NET Core Identity's hash.</summary>
public sealed class Password(IPasswordHasher<Person> hasher)
{
    public const int Shortest = 10;

    public const int Longest = 256;

    /// <summary>Gives the person a new password; every other session of theirs ends.</summary>
    public void Give(Person person, string password)
    {
        person.PasswordHash = hasher.HashPassword(person, password);
        person.SecurityStamp = Guid.CreateVersion7().ToString("N");
        person.FailedSignIns = 0;
        person.LockedUntil = null;
    }

    public bool Fits(Person person, string password) =>
        person.PasswordHash is not null
        && hasher.VerifyHashedPassword(person, person.PasswordHash, password) is not PasswordVerificationResult.Failed;

    /// <summary>Takes as long as a real check, so that an unknown address cannot be told by the clock.</summary>
    public void Pretend(string password) => hasher.HashPassword(Nobody, password);

    public static Refusal? Check(string? password, string? again) => (password, again) switch
    {
        (null or { Length: < Shortest }, _) => new Refusal("password-short", $"パスワードは{Shortest}文字以上にしてください。", "password"),
        ({ Length: > Longest }, _) => new Refusal("password-long", $"パスワードは{Longest}文字までです。", "password"),
        _ when !string.Equals(password, again, StringComparison.Ordinal) =>
            new Refusal("password-differs", "確認のために入れたパスワードが違います。もう一度入れてください。", "again"),
        _ => null,
    };

    private static Person Nobody { get; } = new() { Id = Guid.Empty, Name = "", Mail = "", SecurityStamp = "" };
}

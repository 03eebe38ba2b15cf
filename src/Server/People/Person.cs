namespace OfficeWorkflow.Server.People;

/// <summary>Someone with an account. Which offices they work in, and as what, their <see cref="PersonRole"/> rows say.</summary>
public sealed class Person
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required string Mail { get; set; }

    /// <summary>The mail address folded for look-up; unique.</summary>
    public string MailKey { get; set; } = "";

    /// <summary>They asked for one mail a day instead of each by itself.</summary>
    public bool WantsDigest { get; set; }

    /// <summary>Null until the person has chosen a password.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with every change of password or dismissal: cookies that carry another are ended.</summary>
    public required string SecurityStamp { get; set; }

    public int FailedSignIns { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Since when the account is closed; the row stays, because evidence names it.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public static string Fold(string mail) => mail.Trim().Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant();
}

using System.Collections.Immutable;

namespace OfficeWorkflow.Server.Office.Compliance.Facts;

/// <summary>サービス担当者会議.</summary>
/// <param name="HeldOn">Null while it is only planned.</param>
public sealed record MeetingFact(DateOnly? HeldOn)
{
    public bool HostIsSpecialist { get; init; }

    /// <summary>When people were first asked to it.</summary>
    public DateOnly? InvitedOn { get; init; }

    public ImmutableArray<InviteeFact> Invitees { get; init; } = [];

    public bool UserAttended { get; init; }

    /// <summary>Why the user was absent, and how the opinion was heard.</summary>
    public string? UserAbsentReason { get; init; }

    /// <summary>Null until minutes are written.</summary>
    public MinutesFact? Minutes { get; init; }
}

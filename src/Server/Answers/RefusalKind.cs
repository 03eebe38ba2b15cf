namespace OfficeWorkflow.Server.Answers;

/// <summary>How a refusal is answered over HTTP.</summary>
public enum RefusalKind
{
    /// <summary>422: what was entered cannot be taken.</summary>
    Invalid,

    /// <summary>409: someone or something was faster.</summary>
    Conflict,

    /// <summary>404: unknown, or not for this person to know.</summary>
    Unknown,

    /// <summary>403: known and visible, but this act is reserved to others.</summary>
    NotAllowed,

    /// <summary>412: it is no longer as the one who asks has read it.</summary>
    Outdated,
}

namespace OfficeWorkflow.Server.Office.Consents.ByLink;

/// <summary>How far the signer is on the page behind the link.</summary>
public enum ConsentStep
{
    /// <summary>Reads and chooses.</summary>
    Asking,

    /// <summary>Sees once more what was chosen.</summary>
    Confirming,

    /// <summary>Has just answered: the page is the receipt.</summary>
    Answered,

    /// <summary>Somebody has answered before.</summary>
    Over,
}

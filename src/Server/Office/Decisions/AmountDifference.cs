namespace OfficeWorkflow.Server.Office.Decisions;

/// <summary>How a decided amount stands to the planned one.</summary>
public enum AmountDifference
{
    /// <summary>案のとおり.</summary>
    Same,

    /// <summary>案より少ない.</summary>
    Less,

    /// <summary>案より多い.</summary>
    More,

    /// <summary>Counted in another unit, so that a person must look.</summary>
    OtherUnit,

    /// <summary>In the draft, not decided.</summary>
    NotDecided,

    /// <summary>Decided, not in the draft.</summary>
    NotInDraft,
}

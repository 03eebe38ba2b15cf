namespace OfficeWorkflow.Server.Office.Assessments;

/// <summary>How somebody was interviewed.</summary>
public enum VisitMethod
{
    /// <summary>訪問.</summary>
    Visit,

    /// <summary>テレビ電話装置等: only in remote areas and under conditions.</summary>
    Video,
}

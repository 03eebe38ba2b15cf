namespace OfficeWorkflow.Server.Office.Assessments;

/// <summary>居宅等: where assessments and monitoring may happen.</summary>
public enum VisitPlace
{
    /// <summary>居宅.</summary>
    Home,

    /// <summary>障害者支援施設等.</summary>
    Facility,

    /// <summary>精神科病院.</summary>
    Hospital,
}

namespace OfficeWorkflow.Server.Office.Meetings;

/// <summary>How an answer or opinion came in.</summary>
public enum AnswerMeans
{
    /// <summary>The person answered by the link in the mail.</summary>
    Link,

    /// <summary>電話.</summary>
    Phone,

    /// <summary>FAX.</summary>
    Fax,

    /// <summary>紙・郵送.</summary>
    Paper,

    /// <summary>メール.</summary>
    Mail,

    /// <summary>面談・訪問.</summary>
    InPerson,
}

namespace OfficeWorkflow.Server.Office.Consents;

/// <summary>How consent is given.</summary>
public enum ConsentMethod
{
    /// <summary>署名した紙.</summary>
    Paper,

    /// <summary>電磁的方法: the page behind a link with a code.</summary>
    Link,

    /// <summary>その場で: the office's tablet, a member of staff beside it.</summary>
    Tablet,

    /// <summary>口頭と立会人, where the person cannot write; kept on paper that the witness signed.</summary>
    OralWithWitness,
}

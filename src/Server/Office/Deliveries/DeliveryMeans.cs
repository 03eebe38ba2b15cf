namespace OfficeWorkflow.Server.Office.Deliveries;

/// <summary>How a paper reached somebody.</summary>
public enum DeliveryMeans
{
    /// <summary>手渡し.</summary>
    ByHand,

    /// <summary>郵送.</summary>
    Post,

    /// <summary>FAX.</summary>
    Fax,

    /// <summary>電子メール.</summary>
    Mail,

    /// <summary>Other electronic delivery agreed beforehand.</summary>
    Electronic,
}

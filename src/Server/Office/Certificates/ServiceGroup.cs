namespace OfficeWorkflow.Server.Office.Certificates;

/// <summary>Under which heading a service stands on certificates.</summary>
public enum ServiceGroup
{
    /// <summary>介護給付.</summary>
    Care,

    /// <summary>訓練等給付.</summary>
    Training,

    /// <summary>障害児通所支援.</summary>
    ChildDay,

    /// <summary>障害児入所支援.</summary>
    ChildStay,

    /// <summary>相談支援.</summary>
    Consultation,

    /// <summary>地域生活支援事業 of the municipality.</summary>
    Municipal,

    /// <summary>Help outside the law: medical care, volunteers, neighbours.</summary>
    Informal,
}

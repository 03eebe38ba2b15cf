namespace OfficeWorkflow.Server.Office.Clients;

/// <summary>住居の種別 of 申請者の現状(基本情報).</summary>
public enum Dwelling
{
    /// <summary>持家.</summary>
    OwnHouse,

    /// <summary>借家.</summary>
    Rented,

    /// <summary>グループホーム.</summary>
    GroupHome,

    /// <summary>入所施設.</summary>
    Institution,

    /// <summary>医療機関.</summary>
    Hospital,

    /// <summary>その他.</summary>
    Other,
}
